package io.beforehand.sla.calendar.ics;

import java.time.LocalDate;

/**
 * The dates for which recurring events are worked out.
 *
 * @param to the last of them
 */
public record Years(LocalDate from, LocalDate to) {

    /**
     * Far enough back for late events, and so far ahead that nobody has to take in a file again for its rules: a deadline is at most
     * ten years off, so requests of the next twenty years find every recurrence. Still one that comes every week is far below as
     * many holidays as a calendar may have.
     */
    public static Years around(LocalDate today) {
        return new Years(today.minusYears(2), today.plusYears(30));
    }

    boolean have(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
