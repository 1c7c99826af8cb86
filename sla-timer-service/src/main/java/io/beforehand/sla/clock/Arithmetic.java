package io.beforehand.sla.clock;

import io.beforehand.sla.clock.ClockState.Over;
import io.beforehand.sla.clock.ClockState.Paused;
import io.beforehand.time.BusinessCalendar;
import io.beforehand.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a clock counted and what it did not, stretch by stretch from its start: the sum that makes its deadline.
 *
 * @param lines in order of time and without gaps
 * @param complete whether all of it is there; a clock that ran for weeks has more lines than anybody reads
 */
public record Arithmetic(List<Line> lines, boolean complete) {

    private static final int MOST_LINES = 100;

    public Arithmetic {
        lines = List.copyOf(lines);
    }

    /**
     * One stretch.
     *
     * @param kind {@code working} counts; {@code closed} by the calendar and {@code paused} do not
     * @param because why it was paused: the status, as a stable word
     * @param counted working time in it
     * @param sum working time from the start to its end
     */
    public record Line(
            Instant from, Instant to, String kind, Optional<String> because, Duration counted, Duration sum) {}

    /** The stretches from a clock's start to its end, or to now while it has none; what comes after the deadline included. */
    public static Arithmetic of(ClockState state, Instant now) {
        Instant end = state instanceof Over over ? over.endedAt() : now;
        List<Pause> pauses = Stream.concat(state.course().pauses().stream(), current(state, end).stream())
                .toList();
        return new Adding(state.course().terms().calendar().calendar(), pauses)
                .from(state.course().startedAt(), end);
    }

    private static Optional<Pause> current(ClockState state, Instant end) {
        return state instanceof Paused paused && paused.since().isBefore(end)
                ? Optional.of(new Pause(new Interval(paused.since(), end), paused.cause()))
                : Optional.empty();
    }

    /** Adds line after line. */
    private static final class Adding {

        private final BusinessCalendar calendar;
        private final List<Pause> pauses;
        private final List<Line> lines = new ArrayList<>();
        private Duration sum = Duration.ZERO;

        Adding(BusinessCalendar calendar, List<Pause> pauses) {
            this.calendar = calendar;
            this.pauses = pauses;
        }

        Arithmetic from(Instant start, Instant end) {
            Instant at = start;
            for (Pause pause : pauses) {
                at = counted(at, earlier(pause.from(), end));
                if (at.isBefore(earlier(pause.to(), end))) {
                    at = add(
                            at,
                            earlier(pause.to(), end),
                            "paused",
                            Optional.of(pause.cause().status().wireName()));
                }
            }
            at = counted(at, end);
            return new Arithmetic(lines, !at.isBefore(end));
        }

        /** Up to the moment, or as far as there is room. */
        private Instant counted(Instant from, Instant to) {
            Instant at = from;
            while (at.isBefore(to) && lines.size() < MOST_LINES) {
                Optional<Interval> open = calendar.firstOpen(at, to);
                Instant opens = open.map(Interval::from).orElse(to);
                if (at.isBefore(opens)) {
                    at = add(at, opens, "closed", Optional.empty());
                }
                if (open.isPresent()) {
                    at = add(opens, open.get().to(), "working", Optional.empty());
                }
            }
            return at;
        }

        private Instant add(Instant from, Instant to, String kind, Optional<String> because) {
            Duration counted = kind.equals("working") ? Duration.between(from, to) : Duration.ZERO;
            sum = sum.plus(counted);
            lines.add(new Line(from, to, kind, because, counted, sum));
            return to;
        }

        private static Instant earlier(Instant a, Instant b) {
            return a.isBefore(b) ? a : b;
        }
    }
}
