package io.beforehand.benchmarks.calendar;

import io.beforehand.time.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** The loop that applications usually have: day after day, window after window. */
final class DayByDay implements BusinessCalendar {

    private record Hours(LocalTime from, LocalTime to) {}

    private final List<Hours> hours =
            List.of(new Hours(Office.OPENS, Office.LUNCH), new Hours(Office.LUNCH_ENDS, Office.CLOSES));

    @Override
    public Instant due(Instant start, Duration goal) {
        Duration left = goal;
        LocalDate date = LocalDate.ofInstant(start, Office.ZONE);
        while (true) {
            if (isOpen(date)) {
                for (Hours window : hours) {
                    Instant from = later(at(date, window.from()), start);
                    Instant to = at(date, window.to());
                    if (from.isBefore(to)) {
                        Duration open = Duration.between(from, to);
                        if (open.compareTo(left) >= 0) {
                            return from.plus(left);
                        }
                        left = left.minus(open);
                    }
                }
            }
            date = date.plusDays(1);
        }
    }

    @Override
    public Duration elapsed(Instant from, Instant to) {
        Duration elapsed = Duration.ZERO;
        LocalDate last = LocalDate.ofInstant(to, Office.ZONE);
        for (LocalDate date = LocalDate.ofInstant(from, Office.ZONE); !date.isAfter(last); date = date.plusDays(1)) {
            if (isOpen(date)) {
                for (Hours window : hours) {
                    Instant begin = later(at(date, window.from()), from);
                    Instant end = earlier(at(date, window.to()), to);
                    if (begin.isBefore(end)) {
                        elapsed = elapsed.plus(Duration.between(begin, end));
                    }
                }
            }
        }
        return elapsed;
    }

    private static boolean isOpen(LocalDate date) {
        return Office.DAYS.contains(date.getDayOfWeek()) && !Office.HOLIDAYS.contains(date);
    }

    private static Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(Office.ZONE).toInstant();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
