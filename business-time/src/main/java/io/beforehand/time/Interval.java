package io.beforehand.time;

import java.time.Instant;

/**
 * A stretch of time.
 *
 * @param from the first moment in it
 * @param to the first moment after it, later than {@code from}
 */
public record Interval(Instant from, Instant to) {

    public Interval {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from " + from + " must be before to " + to);
        }
    }
}
