package io.beforehand.sla.calendar;

import java.time.Instant;

/**
 * A version of a calendar and from when on it counts.
 *
 * @param effectiveFrom {@link #AT_ONCE} unless its author says otherwise
 */
public record DatedCalendar(PinnedCalendar calendar, Instant effectiveFrom) {

    /** As soon as it was written. */
    public static final Instant AT_ONCE = Instant.MIN;

    boolean counts(Instant now) {
        return !effectiveFrom.isAfter(now);
    }
}
