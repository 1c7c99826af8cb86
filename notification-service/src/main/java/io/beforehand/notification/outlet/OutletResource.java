package io.beforehand.notification.outlet;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.http.security.Roles;
import io.beforehand.notification.field.Fields;
import io.beforehand.notification.field.MailFields;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Sets and shows the outlets. The account {@code default} is that of events which name none. */
@Path("/v1/outlets/{channel}/{account}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "outlets")
public class OutletResource {

    private static final int MAX_FROM = 320;

    private final Outlets outlets;

    OutletResource(Outlets outlets) {
        this.outlets = outlets;
    }

    @GET
    @Operation(summary = "How customers of a channel account are reached")
    public Uni<OutletView> get(@PathParam("channel") String channel, @PathParam("account") String account) {
        return outlets.read(Fields.channel(channel).wireName(), account)
                .map(outlet -> outlet.map(OutletView::of).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Operation(summary = "Sets how customers of a channel account are reached")
    public Uni<OutletView> put(
            @PathParam("channel") String channel, @PathParam("account") String account, OutletBody body) {
        String known = Fields.channel(channel).wireName();
        return outlets.put(known, Fields.id("account", account), checked(body)).map(OutletView::of);
    }

    private static OutletBody checked(OutletBody body) {
        OutletType type = OutletType.of(body.type())
                .orElseThrow(() -> ProblemException.invalidField("type", "must be webhook or smtp"));
        return switch (type) {
            case WEBHOOK -> {
                Fields.secret("secret", body.secret());
                String from = body.from();
                yield new OutletBody(
                        type.wireName(),
                        Fields.url("url", body.url()),
                        body.secret(),
                        from == null ? null : Fields.optional("from", from, MAX_FROM));
            }
            case SMTP ->
                new OutletBody(
                        type.wireName(),
                        MailFields.server("url", body.url(), body.secret()),
                        body.secret(),
                        MailFields.sender("from", body.from()));
        };
    }
}
