package io.beforehand.sla.calendar;

import java.time.Instant;

/**
 * A version of a calendar as it was written, and from when on it counts.
 *
 * @param ref without parts
 * @param effectiveFrom {@link #AT_ONCE} unless its author says otherwise
 */
public record DatedCalendar(CalendarRef ref, Definition definition, Instant effectiveFrom) {

    /** As soon as it was written. */
    public static final Instant AT_ONCE = Instant.MIN;

    boolean counts(Instant now) {
        return !effectiveFrom.isAfter(now);
    }
}
