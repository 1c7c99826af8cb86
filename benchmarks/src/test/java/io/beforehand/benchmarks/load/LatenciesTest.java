package io.beforehand.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.HdrHistogram.Histogram;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private static final Percentage THREE_DIGITS = Percentage.withPercentage(0.1);

    @Test
    void percentilesAreReadInMilliseconds() {
        // Given 1 ms, 2 ms … 1,000 ms
        Histogram micros = new Histogram(3);
        for (int i = 1; i <= 1_000; i++) {
            micros.recordValue(i * 1_000L);
        }

        // When
        Latencies latencies = Latencies.of(micros);

        // Then
        assertThat(latencies.count()).isEqualTo(1_000);
        assertThat(latencies.p50()).isCloseTo(500, THREE_DIGITS);
        assertThat(latencies.p95()).isCloseTo(950, THREE_DIGITS);
        assertThat(latencies.p99()).isCloseTo(990, THREE_DIGITS);
        assertThat(latencies.max()).isCloseTo(1_000, THREE_DIGITS);
    }

    @Test
    void nothingMeasuredIsNoLatency() {
        assertThat(Latencies.of(new Histogram(3))).isEqualTo(new Latencies(0, 0, 0, 0, 0));
    }
}
