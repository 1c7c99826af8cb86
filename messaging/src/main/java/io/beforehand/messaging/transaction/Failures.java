package io.beforehand.messaging.transaction;

import io.beforehand.messaging.UnprocessableException;
import io.vertx.pgclient.PgException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Says what failed without repeating a message: a database error's may hold what a customer wrote. */
public final class Failures {

    private static final int FRAMES = 12;

    private Failures() {}

    /** Class, SQLSTATE where there is one, and place. */
    public static String describe(Throwable failure) {
        String state = failure instanceof PgException e ? " sqlstate=" + e.getSqlState() : "";
        String cause = failure.getCause() == null ? "" : " cause=" + describe(failure.getCause());
        return failure.getClass().getName() + state + cause;
    }

    /** The same with the top of the stack. */
    public static String trace(Throwable failure) {
        String frames = Arrays.stream(failure.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
        return describe(failure) + " at " + frames;
    }

    /** A stable word for a failure that lies in the data. */
    public static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnprocessableException e) {
                return e.reason();
            }
            if (cause instanceof RecordTooLargeException) {
                return "record-too-large";
            }
            if (cause instanceof PgException e) {
                return "sqlstate-" + e.getSqlState().toLowerCase(Locale.ROOT);
            }
        }
        return "unprocessable";
    }
}
