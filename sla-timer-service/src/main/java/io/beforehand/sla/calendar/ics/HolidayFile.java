package io.beforehand.sla.calendar.ics;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What an iCalendar file turned out to be. */
public sealed interface HolidayFile {

    /**
     * Its holidays.
     *
     * @param dates every date of every all-day event, those of recurring ones as far as the years looked at go
     * @param passedOver events that are none
     */
    record Holidays(SortedSet<LocalDate> dates, List<PassedOver> passedOver) implements HolidayFile {

        public Holidays {
            dates = Collections.unmodifiableSortedSet(new TreeSet<>(dates));
            passedOver = List.copyOf(passedOver);
        }
    }

    /**
     * No iCalendar file, or one that was damaged or cut off on its way.
     *
     * @param reason with the line, where it is known
     */
    record Malformed(String reason) implements HolidayFile {}

    /**
     * An event that is not taken for a holiday.
     *
     * @param event what the file calls it, shortened
     * @param reason why it is none
     */
    record PassedOver(String event, String reason) {}

    /**
     * Reads a file.
     *
     * @param years those for which recurring events are worked out
     */
    static HolidayFile read(String text, Years years) {
        return HolidayFileReader.read(text, years);
    }
}
