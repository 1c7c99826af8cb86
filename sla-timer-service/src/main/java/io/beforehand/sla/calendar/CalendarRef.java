package io.beforehand.sla.calendar;

/**
 * One version of a calendar, which never changes.
 *
 * @param version counts from 1
 * @param parts what the version leaves open, settled
 */
public record CalendarRef(String id, int version, CalendarParts parts) {

    /** A version by itself: all that there is to say of a calendar that leaves nothing open. */
    public CalendarRef(String id, int version) {
        this(id, version, CalendarParts.NONE);
    }

    CalendarRef with(CalendarParts settled) {
        return new CalendarRef(id, version, settled);
    }
}
