package io.beforehand.sla.calendar.book;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Texts that mean a moment, a date or a place to tell them in. Each refuses others by saying what it must be. */
public final class Moments {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private Moments() {}

    /** ISO 8601 with an offset. */
    public static Instant parse(String text) {
        OffsetDateTime moment =
                known(() -> OffsetDateTime.parse(text), "a time with its offset such as 2026-10-01T09:00:00Z");
        within(moment.getYear());
        return moment.toInstant();
    }

    static LocalDate date(String text) {
        LocalDate date = known(() -> LocalDate.parse(text), "a date such as 2026-10-01");
        within(date.getYear());
        return date;
    }

    static ZoneId zone(String text) {
        return known(() -> ZoneId.of(text), "a time zone such as Europe/Berlin");
    }

    private static <T> T known(Supplier<T> value, String expected) {
        try {
            return value.get();
        } catch (DateTimeException _) {
            throw new IllegalArgumentException("must be " + expected);
        }
    }

    private static void within(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException("must lie in the years " + FIRST_YEAR + " to " + LAST_YEAR);
        }
    }
}
