package io.beforehand.time;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Round the clock, every day. Working time is time; no zone and no change of clocks matters. */
public record AlwaysOpen() implements BusinessCalendar, Openings {

    @Override
    public Instant due(Instant start, Duration goal) {
        Goals.check(goal);
        return start.plus(goal);
    }

    @Override
    public Duration elapsed(Instant from, Instant to) {
        return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
    }

    @Override
    public List<Interval> between(Instant from, Instant to) {
        return List.of(new Interval(from, to));
    }
}
