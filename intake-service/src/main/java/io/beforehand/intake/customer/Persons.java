package io.beforehand.intake.customer;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Finds the person whom a call means, by the id that a channel uses or by our own of one of his identities. */
@ApplicationScoped
class Persons {

    /** An id that nobody has. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final PersonStore store;

    Persons(PersonStore store) {
        this.store = store;
    }

    /** @return fails with {@code not-found}, or with {@code customer-ambiguous} if several persons go by that id */
    Uni<UUID> theOne(String id) {
        return store.find(id, ownId(id)).map(found -> switch (found.size()) {
            case 0 -> throw new ProblemException(ErrorCode.NOT_FOUND);
            case 1 -> found.getFirst();
            default -> throw new ProblemException(ErrorCode.CUSTOMER_AMBIGUOUS, "use the customerId of an identity");
        });
    }

    private static UUID ownId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException _) {
            return NOBODY;
        }
    }
}
