package io.beforehand.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void requestsArePlannedAtEvenDistances() {
        Schedule schedule = new Schedule(200, Duration.ofSeconds(60));

        assertThat(schedule.count()).isEqualTo(12_000);
        assertThat(schedule.offsetNanos(0)).isZero();
        assertThat(schedule.offsetNanos(1)).isEqualTo(5_000_000);
        assertThat(schedule.offsetNanos(11_999)).isEqualTo(59_995_000_000L);
    }

    @Test
    void distancesThatAreNoWholeNumberOfNanosecondsDoNotAddUpToADrift() {
        Schedule schedule = new Schedule(3, Duration.ofHours(1));

        assertThat(schedule.offsetNanos(3 * 3_600))
                .isEqualTo(Duration.ofHours(1).toNanos());
    }

    @Test
    void aRateOfNothingIsRefused() {
        assertThatThrownBy(() -> new Schedule(0, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rate must be above 0");
        assertThatThrownBy(() -> new Schedule(1, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
