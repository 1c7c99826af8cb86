package io.beforehand.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Turns windows on the wall's clock into stretches of real time. */
final class OpenTimes {

    /** How far local dates can be from those of UTC, a day skipped at the date line included. */
    private static final int MARGIN_DAYS = 2;

    private OpenTimes() {}

    /** The stretches in which it is open, in order and apart from each other, as far as they lie within the bounds. */
    static List<Interval> between(OpeningHours hours, Instant from, Instant to) {
        List<Interval> open = new ArrayList<>();
        LocalDate last = LocalDate.ofInstant(to, ZoneOffset.UTC).plusDays(MARGIN_DAYS);
        LocalDate date = LocalDate.ofInstant(from, ZoneOffset.UTC).minusDays(MARGIN_DAYS);
        for (; !date.isAfter(last); date = date.plusDays(1)) {
            for (Window window : hours.on(date)) {
                Instant begin = later(moment(date, window.from(), hours.zone()), from);
                Instant end = earlier(moment(date, window.to(), hours.zone()), to);
                if (begin.isBefore(end)) {
                    open.add(new Interval(begin, end));
                }
            }
        }
        return Interval.union(open);
    }

    /** A time that the wall's clock skips moves on by what is skipped; of one that it shows twice the first one counts. */
    private static Instant moment(LocalDate date, int minute, ZoneId zone) {
        LocalDateTime local = minute == Window.MIDNIGHT
                ? date.plusDays(1).atStartOfDay()
                : date.atTime(LocalTime.ofSecondOfDay(minute * 60L));
        return ZonedDateTime.ofLocal(local, zone, null).toInstant();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
