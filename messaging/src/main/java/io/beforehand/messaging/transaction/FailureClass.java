package io.beforehand.messaging.transaction;

import io.beforehand.messaging.UnprocessableException;
import io.beforehand.messaging.partition.NotOwnerException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.TransactionRollbackException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What a failure means for the work that met it.
 *
 * <p>The classes of SQLSTATE are those of the PostgreSQL manual, appendix A.
 */
public enum FailureClass {
    /** The surroundings failed; the work itself is sound and is tried again for as long as it takes. */
    RETRY,
    /** The work itself cannot be stored; it is set aside and its neighbours go on. */
    DATA,
    /** This replica does not own the partition any more; the work is the new owner's. */
    NOT_OWNER,
    /** Nobody expected this: tried again, and somebody must look. */
    BUG;

    /** Connection, rollback by conflict, resources, lock time-out, operator, system. */
    private static final Set<String> RETRY_CLASSES = Set.of("08", "40", "53", "55", "57", "58");

    /** Idle in transaction for too long; read-only, as a standby is after a switch-over. */
    private static final Set<String> RETRY_STATES = Set.of("25P03", "25006");

    /** Data, constraints, program limits such as the size of an index entry. */
    private static final Set<String> DATA_CLASSES = Set.of("22", "23", "54");

    /** How the client words that a connection is gone or could not be had in time; it has no types for it. */
    private static final List<String> CONNECTION_GONE = List.of("closed", "not active", "timeout");

    /** Sorts a failure by the first cause that tells. */
    public static FailureClass of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case NotOwnerException _ -> {
                    return NOT_OWNER;
                }
                case UnprocessableException _ -> {
                    return DATA;
                }
                case PgException e -> {
                    return ofSqlState(e.getSqlState());
                }
                case TimeoutException _,
                        io.smallrye.mutiny.TimeoutException _,
                        ClosedConnectionException _,
                        TransactionRollbackException _,
                        IOException _ -> {
                    return RETRY;
                }
                case NoStackTraceThrowable e
                when saysConnectionGone(e) -> {
                    return RETRY;
                }
                case VertxException e
                when saysConnectionGone(e) -> {
                    return RETRY;
                }
                case IllegalStateException e
                when saysConnectionGone(e) -> {
                    return RETRY;
                }
                default -> {}
            }
        }
        return BUG;
    }

    private static FailureClass ofSqlState(@Nullable String state) {
        if (state == null || state.length() != 5) {
            return BUG;
        }
        String sqlClass = state.substring(0, 2);
        if (RETRY_CLASSES.contains(sqlClass) || RETRY_STATES.contains(state)) {
            return RETRY;
        }
        return DATA_CLASSES.contains(sqlClass) ? DATA : BUG;
    }

    private static boolean saysConnectionGone(Throwable failure) {
        String message = failure.getMessage();
        return message != null && CONNECTION_GONE.stream().anyMatch(message.toLowerCase(Locale.ROOT)::contains);
    }
}
