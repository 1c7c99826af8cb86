package io.beforehand.sla.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.http.security.Roles;
import io.beforehand.sla.book.Documents;
import io.beforehand.sla.book.Fields;
import io.beforehand.sla.book.Problems;
import io.beforehand.sla.calendar.book.CalendarDrafts;
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
    private static final Set<String> FIELDS = Set.of("policy", "calendar", "from", "to");

    private final Backtest backtest;
    private final PolicyDrafts policies;
    private final CalendarDrafts calendars;
    private final PolicyShelf shelf;
    private final RequestArchive archive;
    private final Jobs jobs;

    BacktestResource(
            Backtest backtest,
            PolicyDrafts policies,
            CalendarDrafts calendars,
            PolicyShelf shelf,
            RequestArchive archive,
            Jobs jobs) {
        this.backtest = backtest;
        this.policies = policies;
        this.calendars = calendars;
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
        JsonNode calendar = fields.get("calendar");
        if ((policy == null) == (calendar == null)) {
            problems.add("policy", "must be there, or calendar instead: the draft");
        }
        problems.refuse();
        return (policy == null ? ofCalendar(Objects.requireNonNull(calendar)) : ofPolicy(policy))
                .flatMap(draft -> jobs.start(KIND, progress -> backtest.of(draft, period, progress)))
                .map(Jobs::answer);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "How far it has come, and what came of it")
    public Uni<JobView> get(@PathParam("id") UUID id) {
        return jobs.find(KIND, id);
    }

    private Uni<Draft> ofPolicy(JsonNode document) {
        String id = id(document);
        return policies.read(id, document).flatMap(policy -> shelf.current()
                .flatMap(book -> archive.now().map(now -> new Draft.OfPolicy(policy, book.without(id), now))));
    }

    private Uni<Draft> ofCalendar(JsonNode document) {
        String id = id(document);
        return calendars.read(id, document).map(asOf -> new Draft.OfCalendar(asOf.book(), id, asOf.now()));
    }

    /** A draft without a name replaces nothing. */
    private static String id(JsonNode document) {
        return document.path("id").asText("draft");
    }
}
