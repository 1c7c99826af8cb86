package io.beforehand.intake.view;

import io.beforehand.events.Channel;
import io.beforehand.events.RequestStatus;
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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Requests to look at. */
@Path("/v1/requests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "requests")
public class RequestResource {

    private final Views views;

    RequestResource(Views views) {
        this.views = views;
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A request with what was said in it")
    public Uni<RequestView> get(@PathParam("id") String id) {
        return Ids.parse(id)
                .map(views::request)
                .orElse(Uni.createFrom().item(Optional.empty()))
                .map(found -> found.orElseThrow(() -> new ProblemException(ErrorCode.REQUEST_UNKNOWN)));
    }

    @GET
    @Operation(summary = "Requests, newest first")
    public Uni<RequestPage> list(
            @QueryParam("customer") @Nullable String customer,
            @QueryParam("status") @Nullable String status,
            @QueryParam("channel") @Nullable String channel,
            @QueryParam("account") @Nullable String account,
            @QueryParam("conversation") @Nullable String conversation,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        UUID last = after == null
                ? null
                : Ids.parse(after).orElseThrow(() -> ProblemException.invalidField("after", "must be a request's id"));
        RequestFilter filter = new RequestFilter(
                customer,
                word("status", status, name -> RequestStatus.of(name).wireName()),
                word("channel", channel, name -> Channel.of(name).wireName()),
                account,
                conversation,
                last);
        return views.requests(filter, Paging.limit(limit));
    }

    private static @Nullable String word(String name, @Nullable String value, Function<String, String> known) {
        try {
            return value == null ? null : known.apply(value);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalidField(name, String.valueOf(e.getMessage()));
        }
    }
}
