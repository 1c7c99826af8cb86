package io.beforehand.routing.agent;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.http.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Teams: a name, and whoever's profile says that he belongs to it. */
@Path("/v1/teams/{id}")
@RolesAllowed(Roles.OPERATOR)
@Cancellable(false)
public class TeamResource {

    private static final int MAX_NAME = 200;

    private final Agents agents;

    TeamResource(Agents agents) {
        this.agents = agents;
    }

    /** @param name for people; the id when missing */
    public record TeamBody(@Nullable String name) {}

    /** A team and its members. */
    public record TeamView(String id, String name, List<Member> members) {}

    /** Somebody in a team. */
    public record Member(String id, String name, String presence) {}

    @PUT
    public Uni<TeamView> save(@PathParam("id") String id, @Nullable TeamBody body) {
        AgentBody.checkId("id", id);
        String name = body == null || body.name() == null ? id : body.name();
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw ProblemException.invalidField("name", "must have 1 to " + MAX_NAME + " characters");
        }
        return agents.saveTeam(id, name).chain(() -> get(id));
    }

    @GET
    public Uni<TeamView> get(@PathParam("id") String id) {
        return agents.findTeam(id)
                .map(team -> team.orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND)))
                .flatMap(team -> agents.inTeam(id).map(members -> view(team, members)));
    }

    private static TeamView view(TeamEntity team, List<AgentView> members) {
        return new TeamView(
                team.id,
                team.name,
                members.stream()
                        .map(agent -> new Member(
                                agent.id(), agent.name(), agent.presence().state()))
                        .toList());
    }
}
