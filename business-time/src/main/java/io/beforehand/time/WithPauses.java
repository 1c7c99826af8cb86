package io.beforehand.time;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A calendar with stretches taken out of it, in which no working time passes: what is left when work has to wait for
 * somebody else.
 *
 * @param pauses in order of time and apart from each other
 */
public record WithPauses(BusinessCalendar calendar, List<Interval> pauses) implements BusinessCalendar {

    public WithPauses {
        pauses = List.copyOf(pauses);
        for (int i = 1; i < pauses.size(); i++) {
            if (pauses.get(i).from().isBefore(pauses.get(i - 1).to())) {
                throw new IllegalArgumentException("pauses overlap: " + pauses.get(i - 1) + ", " + pauses.get(i));
            }
        }
    }

    @Override
    public Instant due(Instant start, Duration goal) {
        Instant at = start;
        Duration left = goal;
        for (Interval pause : pauses) {
            if (!pause.to().isAfter(at)) {
                continue;
            }
            if (pause.from().isAfter(at)) {
                Duration untilPause = calendar.elapsed(at, pause.from());
                if (untilPause.compareTo(left) >= 0) {
                    Instant due = calendar.due(at, left);
                    if (!left.isZero() || due.isBefore(pause.from())) {
                        return due;
                    }
                }
                left = left.minus(untilPause);
            }
            at = pause.to();
        }
        return calendar.due(at, left);
    }

    @Override
    public Duration elapsed(Instant from, Instant to) {
        Duration working = calendar.elapsed(from, to);
        for (Interval pause : pauses) {
            Instant begin = later(pause.from(), from);
            Instant end = earlier(pause.to(), to);
            working = working.minus(calendar.elapsed(begin, end));
        }
        return working;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
