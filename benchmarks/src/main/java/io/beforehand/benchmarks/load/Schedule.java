package io.beforehand.benchmarks.load;

import java.time.Duration;

/**
 * When each request of a phase is to be sent: at even distances, whatever becomes of the requests before.
 *
 * @param perSecond requests per second, above 0
 * @param length of the phase, above 0
 */
public record Schedule(double perSecond, Duration length) {
    private static final double NANOS = 1e9;

    public Schedule {
        if (!(perSecond > 0) || Double.isInfinite(perSecond)) {
            throw new IllegalArgumentException("rate must be above 0, but is " + perSecond);
        }
        if (!length.isPositive()) {
            throw new IllegalArgumentException("length must be above 0, but is " + length);
        }
    }

    public int count() {
        return Math.toIntExact(Math.max(1, Math.round(perSecond * length.toNanos() / NANOS)));
    }

    /** Nanoseconds from the phase's beginning to the moment planned for the request of that index, from 0. */
    public long offsetNanos(int index) {
        return Math.round(index * NANOS / perSecond);
    }
}
