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

    /** Of what lies outside no table could keep it, and nobody means it. */
    private static final Instant FIRST = Instant.EPOCH;

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private EventTime() {}

    /** The sender's time as he told it, for the record; missing if he told none that can be meant. */
    static @Nullable Instant told(@Nullable Instant happenedAt) {
        return happenedAt == null || happenedAt.isBefore(FIRST) || happenedAt.isAfter(LAST) ? null : happenedAt;
    }

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
