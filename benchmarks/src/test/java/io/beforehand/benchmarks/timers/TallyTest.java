package io.beforehand.benchmarks.timers;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.benchmarks.timers.Plan.Pace;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Pace TWO = new Pace(2, Duration.ofSeconds(1));
    private static final Plan PLAN = new Plan("plan", Instant.parse("2026-03-02T09:30:00Z"), TWO, TWO);

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
    void anAlarmThatWasDecidedTooSoonIsEarlyWheneverItIsReceived() {
        // When
        tally.told(new Told(
                PLAN.id(2), PLAN.due(2).minusMillis(1), PLAN.due(2), PLAN.due(2).plusMillis(5)));

        // Then
        assertThat(outcome().early()).isEqualTo(1);
    }

    @Test
    void theStagesAddUpToTheLateness() {
        // When
        Instant due = PLAN.due(2);
        tally.told(new Told(PLAN.id(2), due.plusMillis(2), due.plusMillis(9), due.plusMillis(10)));

        // Then
        assertThat(outcome().stages().taken().max()).isBetween(1.99, 2.01);
        assertThat(outcome().stages().stored().max()).isBetween(6.99, 7.01);
        assertThat(outcome().stages().sent().max()).isBetween(0.99, 1.01);
    }

    @Test
    void alarmsOfOtherPlansAreNoneOfIts() {
        // When
        tally.told(new Told("plan2-1", Instant.MIN, PLAN.due(1), PLAN.due(1)));
        tally.told(new Told("plan-4", Instant.MIN, PLAN.due(1), PLAN.due(1)));

        // Then
        assertThat(outcome().lost()).isEqualTo(PLAN.size());
    }

    private void tell(int index, long millisLate) {
        Instant received = PLAN.due(index).plusMillis(millisLate);
        tally.told(new Told(PLAN.id(index), Instant.MIN, received, received));
    }

    private Outcome outcome() {
        return tally.outcome("it", Duration.ZERO, 0);
    }
}
