package io.beforehand.intake.customer;

import io.beforehand.http.CurrentTrace;
import io.beforehand.http.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Has customers forgotten. There is no way back. */
@Path("/v1/customers/{id}/forget")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "customers")
public class ForgettingResource {

    private final Forgetting forgetting;
    private final CurrentTrace trace;

    ForgettingResource(Forgetting forgetting, CurrentTrace trace) {
        this.forgetting = forgetting;
        this.trace = trace;
    }

    @POST
    @Cancellable(false)
    @Operation(summary = "Erases what a customer wrote and who he is, here and in the other services; measures stay")
    public Uni<Forgotten> forget(@PathParam("id") String id) {
        return forgetting.forget(id, trace.get());
    }
}
