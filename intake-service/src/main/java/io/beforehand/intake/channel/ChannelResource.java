package io.beforehand.intake.channel;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.http.security.Roles;
import io.beforehand.intake.account.Accounts;
import io.beforehand.intake.adapter.Adapters;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.mailbox.MailPost;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The native webhooks of channels. Each is verified and answered as its channel demands; mails are one of them. */
@Path("/v1/channels/{kind}/{account}")
@Tag(name = "channels")
public class ChannelResource {

    private final MailPost mails;
    private final ChannelPost channels;
    private final Accounts accounts;
    private final CurrentIdentityAssociation identity;

    ChannelResource(MailPost mails, ChannelPost channels, Accounts accounts, CurrentIdentityAssociation identity) {
        this.mails = mails;
        this.channels = channels;
        this.accounts = accounts;
        this.identity = identity;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @PermitAll
    @Cancellable(false)
    @Operation(
            summary =
                    "Takes a delivery of a channel; what it answers is what the channel wants to hear once it is stored")
    @RequestBody(required = true)
    public Uni<Response> post(
            @PathParam("kind") String kind,
            @PathParam("account") String account,
            @Context HttpHeaders headers,
            @Context RoutingContext call) {
        return kind.equals(MailPost.KIND)
                ? mails.post(account, headers, call)
                : channels.post(adapter(kind), account, call);
    }

    /** A channel that looks whether it has found us asks with a query; without one an operator looks at the account. */
    @GET
    @PermitAll
    @Operation(
            summary =
                    "Answers a channel's challenge; without a query shows an operator the account, without its secrets")
    public Uni<Response> get(
            @PathParam("kind") String kind, @PathParam("account") String account, @Context RoutingContext call) {
        String query = call.request().query();
        return query == null || query.isEmpty()
                ? view(kind, account)
                : channels.challenge(adapter(kind), account, call);
    }

    /** Some channels look whether anybody is there before they are told to send anything. */
    @HEAD
    @PermitAll
    @Operation(summary = "Says whether the account is there, without anything about it")
    public Uni<Response> head(@PathParam("kind") String kind, @PathParam("account") String account) {
        return channels.found(adapter(kind), account);
    }

    private Uni<Response> view(String kind, String account) {
        return identity.getDeferredIdentity()
                .invoke(caller -> {
                    if (!caller.hasRole(Roles.OPERATOR)) {
                        throw new ProblemException(ErrorCode.TOKEN_INVALID);
                    }
                })
                .flatMap(_ -> accounts.find(kind, account))
                .map(found -> found.orElseThrow(() -> new ProblemException(ErrorCode.ACCOUNT_UNKNOWN)))
                .map(view -> Response.ok(view, MediaType.APPLICATION_JSON_TYPE).build());
    }

    private static ChannelAdapter adapter(String kind) {
        return Adapters.of(kind).orElseThrow(() -> new ProblemException(ErrorCode.CHANNEL_UNKNOWN));
    }
}
