package io.beforehand.http.deadletter;

import io.beforehand.http.Paging;
import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.http.security.Roles;
import io.beforehand.messaging.deadletter.DeadLetters;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Shows what this service set aside, never what it says, and has it tried again. */
@Path("/v1/{service}/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "dead letters")
public class DeadLetterResource {

    private final DeadLetters deadLetters;
    private final String service;

    DeadLetterResource(DeadLetters deadLetters, @ConfigProperty(name = "beforehand.service") String service) {
        this.deadLetters = deadLetters;
        this.service = service;
    }

    @GET
    @Operation(summary = "What was set aside, oldest first")
    public Uni<DeadLetterPage> list(
            @PathParam("service") String service,
            @QueryParam("after") @DefaultValue("0") String after,
            @QueryParam("limit") @Nullable String limit) {
        mustBeThisOne(service);
        int items = Paging.limit(limit);
        return deadLetters
                .list(Paging.number("after", after, 0, Long.MAX_VALUE), items)
                .map(letters -> DeadLetterPage.of(letters, items));
    }

    @POST
    @Path("{id}/replay")
    @Cancellable(false)
    @Operation(summary = "Has it processed once more, shortly")
    public Uni<Response> replay(@PathParam("service") String service, @PathParam("id") String id) {
        mustBeThisOne(service);
        return deadLetters
                .requestReplay(Paging.number("id", id, 0, Long.MAX_VALUE))
                .map(outcome -> switch (outcome) {
                    case REQUESTED ->
                        Response.accepted(Map.of("state", "replay-requested")).build();
                    case ALREADY_REPLAYED -> throw new ProblemException(ErrorCode.ALREADY_REPLAYED);
                    case NOT_FOUND -> throw new ProblemException(ErrorCode.NOT_FOUND);
                });
    }

    private void mustBeThisOne(String asked) {
        if (!asked.equals(service)) {
            throw new ProblemException(ErrorCode.NOT_FOUND);
        }
    }
}
