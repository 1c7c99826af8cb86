package io.beforehand.sla.clock;

import io.beforehand.time.Interval;
import java.time.Instant;

/** A stretch in which a clock stood still. */
public record Pause(Interval interval, PauseCause cause) {

    public Instant from() {
        return interval.from();
    }

    public Instant to() {
        return interval.to();
    }
}
