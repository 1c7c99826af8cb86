package io.beforehand.sla.calendar.ics;

import java.time.LocalDate;

/**
 * The dates for which recurring events are worked out.
 *
 * @param to the last of them
 */
public record Years(LocalDate from, LocalDate to) {

    /** Far enough back for late events, and beyond any deadline, which is at most ten years off. */
    public static Years around(LocalDate today) {
        return new Years(today.minusYears(2), today.plusYears(12));
    }

    boolean have(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
