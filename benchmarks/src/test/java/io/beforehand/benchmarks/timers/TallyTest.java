package io.beforehand.benchmarks.timers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Plan PLAN =
            new Plan("plan", Instant.parse("2026-03-02T09:30:00Z"), 2, Duration.ofSeconds(1), Duration.ofSeconds(1));

    private final Tally tally = new Tally(PLAN);

    @Test
    void latenessCountsFromTheDueMoment() {
        // When
        tell(2, 10);
        tell(3, 30);

        // Then
        assertThat(outcome().lateness().count()).isEqualTo(2);
        assertThat(outcome().lateness().p50()).isBetween(9.99, 10.01);
        assertThat(outcome().lateness().max()).isBetween(29.9, 30.1);
    }

    @Test
    void theWarmUpCountsForConservationAlone() {
        // When
        tell(0, 900);

        // Then
        assertThat(outcome().lateness().count()).isZero();
        assertThat(outcome().lost()).isEqualTo(3);
    }

    @Test
    void nothingIsMissingOnceAllWereTold() {
        // When
        for (int i = 0; i < PLAN.size(); i++) {
            assertThat(tally.complete()).isFalse();
            tell(i, 1);
        }

        // Then
        assertThat(tally.complete()).isTrue();
        assertThat(outcome().conserved()).isTrue();
    }

    @Test
    void whatComesTwiceIsACopyAndNotALateAlarm() {
        // When
        tell(2, 1);
        tell(2, 5_000);

        // Then
        assertThat(outcome().copies()).isEqualTo(1);
        assertThat(outcome().lateness().max()).isLessThan(2);
    }

    @Test
    void whatIsEarlyIsCountedApartAndBreaksConservation() {
        // When
        for (int i = 0; i < PLAN.size(); i++) {
            tell(i, i == 3 ? -1 : 1);
        }

        // Then
        assertThat(outcome().early()).isEqualTo(1);
        assertThat(outcome().lateness().count()).isEqualTo(1);
        assertThat(outcome().conserved()).isFalse();
    }

    @Test
    void alarmsOfOtherPlansAreNoneOfIts() {
        // When
        tally.told("plan2-1", PLAN.due(1));
        tally.told("plan-4", PLAN.due(1));

        // Then
        assertThat(outcome().lost()).isEqualTo(PLAN.size());
    }

    private void tell(int index, long millisLate) {
        tally.told(PLAN.id(index), PLAN.due(index).plusMillis(millisLate));
    }

    private Outcome outcome() {
        return tally.outcome("it", Duration.ZERO, 0);
    }
}
