package io.beforehand.intake.view;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.http.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Customers to look at, by the id that a channel uses or by our own. An id that several channels use names all of them: whether
 * they are one person is for the operator to see, until identities can be merged.
 */
@Path("/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "customers")
public class CustomerResource {

    private final Views views;

    CustomerResource(Views views) {
        this.views = views;
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A customer with his history over all channels")
    public Uni<CustomerView> get(@PathParam("id") String id) {
        return views.customer(id, Ids.parse(id).orElse(Ids.NOBODY))
                .map(found -> found.orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND)));
    }
}
