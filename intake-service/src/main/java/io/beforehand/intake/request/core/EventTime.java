package io.beforehand.intake.request.core;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When something counts as having happened. */
public final class EventTime {

    /** Channels redeliver for up to a week. */
    static final Duration MAX_AGE = Duration.ofDays(7);

    /** Clocks differ by minutes. */
    static final Duration MAX_AHEAD = Duration.ofMinutes(5);

    private EventTime() {}

    /** The sender's time within seven days before and five minutes after it was received; that moment if there is none. */
    public static Instant of(@Nullable Instant happenedAt, Instant receivedAt) {
        if (happenedAt == null) {
            return receivedAt;
        }
        Instant earliest = receivedAt.minus(MAX_AGE);
        Instant latest = receivedAt.plus(MAX_AHEAD);
        if (happenedAt.isBefore(earliest)) {
            return earliest;
        }
        return happenedAt.isAfter(latest) ? latest : happenedAt;
    }
}
