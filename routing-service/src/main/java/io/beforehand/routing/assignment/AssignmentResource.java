package io.beforehand.routing.assignment;

import io.beforehand.http.CurrentTrace;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.http.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Who has a request: reading it, and deciding it by hand. */
@Path("/v1/requests/{id}")
@RolesAllowed(Roles.OPERATOR)
@Cancellable(false)
public class AssignmentResource {

    private static final int MAX_REASON = 200;

    private final AssignmentCommands commands;
    private final AssignmentViews views;
    private final CurrentTrace trace;

    AssignmentResource(AssignmentCommands commands, AssignmentViews views, CurrentTrace trace) {
        this.commands = commands;
        this.views = views;
        this.trace = trace;
    }

    /** @param agentId who shall have it */
    public record Assign(@Nullable String agentId) {}

    /**
     * @param agentId who shall have it
     * @param from who has it, if it matters: somebody else's is then left alone
     */
    public record Transfer(
            @Nullable String agentId,
            @Nullable String from,
            @Nullable String reason) {}

    /** @param from who has it, if it matters */
    public record Release(@Nullable String from) {}

    @GET
    @Path("/assignment")
    public Uni<AssignmentView> assignment(@PathParam("id") String id) {
        return views.view(id);
    }

    @POST
    @Path("/assign")
    public Uni<AssignmentView> assign(@PathParam("id") String id, @Nullable Assign body) {
        String agentId = required("agentId", body == null ? null : body.agentId());
        return commands.assign(id, agentId, trace.get()).chain(() -> views.view(id));
    }

    @POST
    @Path("/transfer")
    public Uni<AssignmentView> transfer(@PathParam("id") String id, @Nullable Transfer body) {
        String agentId = required("agentId", body == null ? null : body.agentId());
        String from = body == null ? null : body.from();
        String reason = body == null ? null : body.reason();
        if (reason != null && reason.length() > MAX_REASON) {
            throw ProblemException.invalidField("reason", "must have at most " + MAX_REASON + " characters");
        }
        return commands.transfer(id, from, agentId, reason, trace.get()).chain(() -> views.view(id));
    }

    @POST
    @Path("/release")
    public Uni<AssignmentView> release(@PathParam("id") String id, @Nullable Release body) {
        return commands.release(id, body == null ? null : body.from(), trace.get())
                .chain(() -> views.view(id));
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw ProblemException.invalidField(field, "must not be empty");
        }
        return value;
    }
}
