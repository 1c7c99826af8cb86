package io.beforehand.sla.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.http.security.Roles;
import io.beforehand.sla.book.Documents;
import io.beforehand.sla.book.Fields;
import io.beforehand.sla.book.Problems;
import io.beforehand.sla.job.JobView;
import io.beforehand.sla.job.Jobs;
import io.beforehand.sla.policy.book.PolicyDrafts;
import io.beforehand.sla.policy.book.PolicyShelf;
import io.beforehand.sla.request.RequestArchive;
import io.beforehand.sla.request.RequestArchive.Period;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Tries drafts on the past. */
@Path("/v1/backtests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "backtests")
public class BacktestResource {

    private static final String KIND = "backtest";
    private static final Set<String> FIELDS = Set.of("policy", "from", "to");

    private final Backtest backtest;
    private final PolicyDrafts drafts;
    private final PolicyShelf shelf;
    private final RequestArchive archive;
    private final Jobs jobs;

    BacktestResource(Backtest backtest, PolicyDrafts drafts, PolicyShelf shelf, RequestArchive archive, Jobs jobs) {
        this.backtest = backtest;
        this.drafts = drafts;
        this.shelf = shelf;
        this.archive = archive;
        this.jobs = jobs;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Operation(summary = "What a draft would have changed for the requests that opened in some time")
    public Uni<Response> ask(byte[] body) {
        Problems problems = new Problems();
        Fields fields = new Fields(Documents.json(body), "", FIELDS, problems);
        Period period = Period.read(fields, problems);
        JsonNode policy = fields.get("policy");
        if (policy == null) {
            problems.add("policy", "must be there: the draft");
        }
        problems.refuse();
        return draft(Objects.requireNonNull(policy))
                .flatMap(draft -> jobs.start(KIND, progress -> backtest.of(draft, period, progress)))
                .map(Jobs::answer);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "How far it has come, and what came of it")
    public Uni<JobView> get(@PathParam("id") UUID id) {
        return jobs.find(KIND, id);
    }

    private Uni<Draft> draft(JsonNode document) {
        String id = document.path("id").asText("draft");
        return drafts.read(id, document).flatMap(policy -> shelf.current()
                .flatMap(book -> archive.now().map(now -> new Draft.OfPolicy(policy, book.without(id), now))));
    }
}
