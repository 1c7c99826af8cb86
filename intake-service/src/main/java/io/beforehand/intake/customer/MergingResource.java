package io.beforehand.intake.customer;

import io.beforehand.http.CurrentTrace;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.http.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Says that two customers are one person. */
@Path("/v1/customers/{id}/merge")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "customers")
public class MergingResource {

    private final Merging merging;
    private final CurrentTrace trace;

    MergingResource(Merging merging, CurrentTrace trace) {
        this.merging = merging;
        this.trace = trace;
    }

    /** @param into the person whose identities they all are from now on */
    public record Target(@Nullable String into) {}

    @POST
    @Cancellable(false)
    @Operation(summary = "Makes all identities of a customer those of another")
    public Uni<Merged> merge(@PathParam("id") String id, @Nullable Target target) {
        if (target == null || target.into() == null || target.into().isBlank()) {
            throw ProblemException.invalidField("into", "must be given");
        }
        return merging.merge(id, target.into(), trace.get());
    }
}
