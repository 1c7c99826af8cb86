package io.beforehand.notification.delivery;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.http.security.Roles;
import io.beforehand.notification.delivery.DeliveryHistory.DeliveryView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows what was sent about a request, and how that went. */
@Path("/v1/requests/{id}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "deliveries")
public class DeliveryResource {

    private final DeliveryHistory history;

    DeliveryResource(DeliveryHistory history) {
        this.history = history;
    }

    /** The deliveries of a request. */
    public record DeliveryList(List<DeliveryView> deliveries) {}

    @GET
    @Operation(summary = "What was sent to the customer and to on call about a request, oldest first")
    public Uni<DeliveryList> list(@PathParam("id") String id) {
        return history.of(id).map(found -> found.map(DeliveryList::new)
                .orElseThrow(() -> new ProblemException(ErrorCode.REQUEST_UNKNOWN)));
    }
}
