package io.beforehand.sla.calendar;

import io.beforehand.time.AlwaysOpen;
import io.beforehand.time.BusinessCalendar;

/**
 * One version of a calendar under its name; a version never changes.
 *
 * @param version counts from 1
 * @param parts what the version leaves open, settled
 */
public record PinnedCalendar(String id, int version, CalendarParts parts, BusinessCalendar calendar) {

    /** The calendar that is always open: built in. */
    public static final PinnedCalendar ALWAYS = new PinnedCalendar("always", 1, new AlwaysOpen());

    /** One that leaves nothing open. */
    public PinnedCalendar(String id, int version, BusinessCalendar calendar) {
        this(id, version, CalendarParts.NONE, calendar);
    }

    public CalendarRef ref() {
        return new CalendarRef(id, version, parts);
    }
}
