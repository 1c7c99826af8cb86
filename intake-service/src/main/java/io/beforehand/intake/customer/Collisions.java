package io.beforehand.intake.customer;

import io.vertx.pgclient.PgException;
import java.util.Set;

/** What happens when several work on one person at the same moment. */
final class Collisions {

    /** How often is enough, however many there are. */
    static final int LOOKS = 5;

    /** Serialization failure, deadlock: somebody else was there first. */
    private static final Set<String> OVERTAKEN = Set.of("40001", "40P01");

    private Collisions() {}

    /** Whether looking again settles it. */
    static boolean settledByLookingAgain(Throwable failure) {
        return failure instanceof ChangedMeanwhileException
                || (failure instanceof PgException e && OVERTAKEN.contains(e.getSqlState()));
    }
}
