package io.beforehand.messaging.transaction;

import io.beforehand.messaging.partition.NotOwnerException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

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

    private static final Set<String> RETRY_STATES = Set.of("08", "40", "53", "55", "57", "58");
    private static final Set<String> DATA_STATES = Set.of("22", "23");

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
                case TimeoutException _, ClosedChannelException _, IOException _ -> {
                    return RETRY;
                }
                case NoStackTraceThrowable e
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

    private static FailureClass ofSqlState(String state) {
        String sqlClass = state.substring(0, 2);
        if (RETRY_STATES.contains(sqlClass)) {
            return RETRY;
        }
        return DATA_STATES.contains(sqlClass) ? DATA : BUG;
    }

    /** The client reports a lost connection and a closed or exhausted pool by message only. */
    private static boolean saysConnectionGone(Throwable failure) {
        String message = failure.getMessage();
        return message != null
                && (message.contains("closed") || message.contains("Timeout") || message.contains("timeout"));
    }
}
