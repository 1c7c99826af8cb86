package io.beforehand.routing.agent;

import io.beforehand.http.CurrentTrace;
import io.beforehand.http.Paging;
import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.http.security.Roles;
import io.beforehand.routing.assignment.AgentRemoval;
import io.beforehand.routing.assignment.Matchmaker;
import io.beforehand.routing.request.RequestFacts;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Comparator;
import java.util.List;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The agents' profiles, and the search for an expert. */
@Path("/v1/agents")
@RolesAllowed(Roles.OPERATOR)
@Cancellable(false)
public class AgentResource {

    private final Agents agents;
    private final AgentRemoval removal;
    private final Matchmaker matchmaker;
    private final CurrentTrace trace;

    AgentResource(Agents agents, AgentRemoval removal, Matchmaker matchmaker, CurrentTrace trace) {
        this.agents = agents;
        this.removal = removal;
        this.matchmaker = matchmaker;
        this.trace = trace;
    }

    /** Whoever was searched for, the best first. */
    public record AgentPage(List<AgentView> items) {}

    @PUT
    @Path("/{id}")
    public Uni<AgentView> save(@PathParam("id") String id, @Nullable AgentBody body) {
        if (body == null) {
            throw ProblemException.invalidField("name", "must not be missing");
        }
        return agents.save(body.profile(id)).invoke(matchmaker::wake).chain(() -> get(id));
    }

    @GET
    @Path("/{id}")
    public Uni<AgentView> get(@PathParam("id") String id) {
        return agents.find(id).map(agent -> agent.orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND)));
    }

    /** What he has goes back into the queue. */
    @DELETE
    @Path("/{id}")
    public Uni<Void> remove(@PathParam("id") String id) {
        return removal.remove(id, trace.get());
    }

    /**
     * @param skill only those who have it, the highest level first, among equals the least loaded
     * @param language only those who say they speak it
     * @param present {@code true}: only those who are at work now
     */
    @GET
    public Uni<AgentPage> search(
            @QueryParam("skill") @Nullable String skill,
            @QueryParam("language") @Nullable String language,
            @QueryParam("present") @Nullable String present,
            @QueryParam("limit") @Nullable String limit) {
        int atMost = Paging.limit(limit);
        String spoken = RequestFacts.languageOf(language);
        Comparator<AgentView> byLevel =
                Comparator.comparingInt((AgentView agent) -> skill == null ? 0 : -agent.level(skill));
        return agents.all()
                .map(all -> new AgentPage(all.stream()
                        .filter(agent -> skill == null || agent.level(skill) > 0)
                        .filter(agent -> spoken.isEmpty() || agent.speaks(spoken))
                        .filter(agent -> !"true".equals(present) || agent.isThere())
                        .sorted(byLevel.thenComparingDouble(AgentView::load).thenComparing(AgentView::id))
                        .limit(atMost)
                        .toList()));
    }
}
