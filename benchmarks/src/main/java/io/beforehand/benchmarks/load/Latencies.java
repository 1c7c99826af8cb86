package io.beforehand.benchmarks.load;

import org.HdrHistogram.Histogram;

/**
 * The usual points of a distribution, in milliseconds. A percentile is the smallest measured value (to three digits) that at least
 * that share of all does not exceed.
 */
public record Latencies(long count, double p50, double p95, double p99, double max) {
    private static final double MICROS = 1_000;

    /** @param micros a histogram of microseconds */
    public static Latencies of(Histogram micros) {
        return new Latencies(
                micros.getTotalCount(),
                millis(micros, 50),
                millis(micros, 95),
                millis(micros, 99),
                micros.getTotalCount() == 0 ? 0 : micros.getMaxValue() / MICROS);
    }

    private static double millis(Histogram micros, double percentile) {
        return micros.getTotalCount() == 0 ? 0 : micros.getValueAtPercentile(percentile) / MICROS;
    }
}
