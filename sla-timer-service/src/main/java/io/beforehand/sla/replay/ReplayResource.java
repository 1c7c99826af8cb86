package io.beforehand.sla.replay;

import io.beforehand.http.security.Roles;
import io.beforehand.sla.book.Documents;
import io.beforehand.sla.book.Fields;
import io.beforehand.sla.book.Problems;
import io.beforehand.sla.job.JobView;
import io.beforehand.sla.job.JobWork;
import io.beforehand.sla.job.Jobs;
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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Asks whether what is stored is what the history says. */
@Path("/v1/replays")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "replays")
public class ReplayResource {

    private static final String KIND = "replay";
    private static final Set<String> FIELDS = Set.of("requestId", "from", "to");

    private final Replay replay;
    private final Jobs jobs;

    ReplayResource(Replay replay, Jobs jobs) {
        this.replay = replay;
        this.jobs = jobs;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Operation(summary = "Recomputes one request, those that opened in some time, or all, and reports any drift")
    public Uni<Response> ask(byte[] body) {
        return jobs.start(KIND, work(body)).map(Jobs::answer);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "How far it has come, and what came of it")
    public Uni<JobView> get(@PathParam("id") UUID id) {
        return jobs.find(KIND, id);
    }

    private JobWork work(byte[] body) {
        Problems problems = new Problems();
        Fields fields = new Fields(Documents.json(body), "", FIELDS, problems);
        String requestId = fields.text("requestId", Function.identity());
        Period period = Period.read(fields, problems);
        problems.refuse();
        return requestId == null
                ? progress -> replay.of(period, progress)
                : progress -> replay.of(List.of(requestId), progress);
    }
}
