package io.beforehand.benchmarks.timers;

import org.HdrHistogram.Histogram;

/** Milliseconds from due to received; what was early is no part of it. */
public record Lateness(long count, double p50, double p99, double p999, double max) {
    private static final double MICROS = 1_000;

    /** @param micros a histogram of microseconds */
    static Lateness of(Histogram micros) {
        return micros.getTotalCount() == 0
                ? new Lateness(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN)
                : new Lateness(
                        micros.getTotalCount(),
                        micros.getValueAtPercentile(50) / MICROS,
                        micros.getValueAtPercentile(99) / MICROS,
                        micros.getValueAtPercentile(99.9) / MICROS,
                        micros.getMaxValue() / MICROS);
    }
}
