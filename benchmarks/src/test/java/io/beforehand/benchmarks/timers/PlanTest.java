package io.beforehand.benchmarks.timers;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.benchmarks.timers.Plan.Pace;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Instant FIRST = Instant.parse("2026-03-02T09:30:00.123456789Z");

    @Test
    void alarmsAreDueAtEvenDistances() {
        // Given
        Plan plan =
                new Plan("plan", FIRST, new Pace(1_000, Duration.ofSeconds(2)), new Pace(1_000, Duration.ofSeconds(3)));

        // When / Then
        assertThat(plan.size()).isEqualTo(5_000);
        assertThat(plan.uncounted()).isEqualTo(2_000);
        assertThat(plan.due(0)).isEqualTo(Instant.parse("2026-03-02T09:30:00.123456Z"));
        assertThat(plan.due(1)).isEqualTo(plan.due(0).plusMillis(1));
        assertThat(plan.last()).isEqualTo(plan.due(0).plusMillis(4_999));
    }

    @Test
    void whatCountsFollowsTheWarmUpAtAPaceOfItsOwn() {
        // Given
        Plan plan =
                new Plan("plan", FIRST, new Pace(10, Duration.ofSeconds(2)), new Pace(1_000, Duration.ofSeconds(1)));

        // When / Then
        assertThat(plan.due(19)).isEqualTo(plan.due(0).plusMillis(1_900));
        assertThat(plan.due(20)).isEqualTo(plan.due(0).plusMillis(2_000));
        assertThat(plan.due(21)).isEqualTo(plan.due(0).plusMillis(2_001));
    }

    @Test
    void aRateThatDividesNoSecondKeepsItsPaceAllTheSame() {
        // Given
        Plan plan = new Plan("plan", FIRST, 3, Duration.ofHours(1));

        // When / Then
        assertThat(plan.due(3 * 3_600)).isEqualTo(plan.due(0).plusSeconds(3_600));
    }

    @Test
    void anAlarmIsFoundByItsIdAndStrangersAreNot() {
        // Given
        Plan plan = new Plan("plan1", FIRST, 10, Duration.ofSeconds(1));

        // When / Then
        assertThat(plan.index(plan.id(7))).isEqualTo(7);
        assertThat(plan.index("plan10-7")).isEqualTo(-1);
        assertThat(plan.index("plan1-")).isEqualTo(-1);
        assertThat(plan.index("plan1-x")).isEqualTo(-1);
        assertThat(plan.index("template")).isEqualTo(-1);
    }
}
