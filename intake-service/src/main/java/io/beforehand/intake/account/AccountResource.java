package io.beforehand.intake.account;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.http.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Channel accounts. The account in the address is URL-encoded: {@code /v1/channels/cloudevents/%2Fshop} for source /shop. */
@Path("/v1/channels/{kind}/{account}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "channel accounts")
public class AccountResource {

    private static final int MAX_ACCOUNT = 256;

    private final Accounts accounts;

    AccountResource(Accounts accounts) {
        this.accounts = accounts;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Cancellable(false)
    @Operation(summary = "Sets who may send for an account, with which secrets")
    public Uni<AccountView> put(
            @PathParam("kind") String kind, @PathParam("account") String account, @Nullable AccountSettings settings) {
        Kind known = known(kind);
        if (account.isBlank() || account.length() > MAX_ACCOUNT) {
            throw ProblemException.invalidField("account", "must have 1 to " + MAX_ACCOUNT + " characters");
        }
        if (settings == null) {
            throw ProblemException.invalidField("body", "must be an object");
        }
        return accounts.put(known, account, settings);
    }

    private static Kind known(String kind) {
        return Kind.of(kind).orElseThrow(() -> new ProblemException(ErrorCode.CHANNEL_UNKNOWN));
    }
}
