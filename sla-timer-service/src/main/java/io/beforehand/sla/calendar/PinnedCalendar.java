package io.beforehand.sla.calendar;

import io.beforehand.time.AlwaysOpen;
import io.beforehand.time.BusinessCalendar;

/**
 * One version of a calendar under its name; a version never changes.
 *
 * @param version counts from 1
 */
public record PinnedCalendar(String id, int version, BusinessCalendar calendar) {

    /** The calendar that is always open: built in. */
    public static final PinnedCalendar ALWAYS = new PinnedCalendar("always", 1, new AlwaysOpen());

    public CalendarRef ref() {
        return new CalendarRef(id, version);
    }
}
