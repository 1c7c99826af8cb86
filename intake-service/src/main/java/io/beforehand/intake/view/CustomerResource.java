package io.beforehand.intake.view;

import io.beforehand.http.Paging;
import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.http.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Customers to look at, by the id that a channel uses or by our own. Each identity of a person leads to all of them. An id that
 * several channels use names all whom they call so: whether they are one person is for the operator to say.
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
    @Operation(summary = "A customer with his history over all channels, newest first")
    public Uni<CustomerView> get(
            @PathParam("id") String id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        UUID last = after == null
                ? null
                : Ids.parse(after).orElseThrow(() -> ProblemException.invalidField("after", "must be a request's id"));
        return views.customer(id, last, Paging.limit(limit))
                .map(found -> found.orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND)));
    }
}
