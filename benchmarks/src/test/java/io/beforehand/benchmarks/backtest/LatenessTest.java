package io.beforehand.benchmarks.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenessTest {

    private static final String METRICS = """
            beforehand_alarm_lateness_seconds_bucket{kind="breach",le="0.001"} 7.0
            beforehand_alarm_lateness_seconds_bucket{kind="warning",le="0.001"} %d.0
            beforehand_alarm_lateness_seconds_bucket{kind="warning",le="0.05"} %d.0
            beforehand_alarm_lateness_seconds_bucket{kind="warning",le="+Inf"} %d.0
            beforehand_alarm_lateness_seconds_count{kind="warning"} 9.0
            """;

    @Test
    void aPercentileIsTheBoundBelowWhichThatShareOfTheWarningsStayed() {
        Lateness lateness = Lateness.read(METRICS.formatted(50, 99, 100));

        assertThat(lateness.count()).isEqualTo(100);
        assertThat(lateness.percentile(0.5)).isEqualTo(0.001);
        assertThat(lateness.percentile(0.99)).isEqualTo(0.05);
        assertThat(lateness.percentile(1)).isInfinite();
    }

    @Test
    void whatWasBeforeDoesNotCount() {
        Lateness before = Lateness.read(METRICS.formatted(50, 50, 60));

        Lateness since = Lateness.read(METRICS.formatted(50, 70, 80)).since(before);

        assertThat(since.count()).isEqualTo(20);
        assertThat(since.percentile(0.5)).isEqualTo(0.05);
    }

    @Test
    void ofNoWarningsNothingIsKnown() {
        assertThat(Lateness.read("").percentile(0.5)).isNaN();
        assertThat(Lateness.read(METRICS.formatted(0, 0, 0)).percentile(0.5)).isNaN();
    }
}
