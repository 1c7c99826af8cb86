package io.beforehand.routing.presence;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.http.security.Roles;
import io.beforehand.messaging.transaction.Transactions;
import io.beforehand.routing.assignment.Matchmaker;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** {@code PUT /v1/agents/{id}/presence}: somebody comes, goes, or is busy. */
@Path("/v1/agents/{id}/presence")
@RolesAllowed(Roles.OPERATOR)
@Cancellable(false)
public class PresenceResource {

    private final Transactions transactions;
    private final PresenceStore store;
    private final Matchmaker matchmaker;

    PresenceResource(Transactions transactions, PresenceStore store, Matchmaker matchmaker) {
        this.transactions = transactions;
        this.store = store;
        this.matchmaker = matchmaker;
    }

    /** @param until when it ends by itself: available then becomes offline, everything else available */
    public record Presence(
            @Nullable PresenceState state, @Nullable Instant until) {}

    @PUT
    public Uni<Presence> set(@PathParam("id") String id, @Nullable Presence body) {
        PresenceState state = body == null ? null : body.state();
        if (body == null || state == null) {
            throw ProblemException.invalidField("state", "must not be missing");
        }
        return transactions
                .run(transaction -> {
                    if (body.until() != null && !body.until().isAfter(transaction.now())) {
                        throw ProblemException.invalidField("until", "must be in the future");
                    }
                    transaction.afterCommit(matchmaker::wake);
                    return store.set(transaction, id, state, body.until());
                })
                .map(known -> {
                    if (!known) {
                        throw new ProblemException(ErrorCode.NOT_FOUND);
                    }
                    return body;
                });
    }
}
