package io.beforehand.benchmarks.timers;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.benchmarks.report.Target;
import io.beforehand.benchmarks.report.Target.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetsTest {
    private static final Moves MOVES = new Moves(10, 6_000, 6_000, 0);

    @Test
    void everythingIsKeptByAFastRun() {
        // When
        List<Target> targets = Targets.judge(
                List.of(outcome("beforehand", 1_000, 10, 0), outcome("slow peer", 1_000, 60, 0)),
                List.of(outcome("beforehand", 6_000, 200, 0)),
                outcome("beforehand", 100_000, 900, 0),
                MOVES);

        // Then
        assertThat(targets).extracting(Target::verdict).containsOnly(Verdict.KEPT);
    }

    @Test
    void theBestPeerIsTheOneToBeat() {
        // When
        List<Target> targets = Targets.judge(
                List.of(
                        outcome("beforehand", 1_000, 10, 0),
                        outcome("slow peer", 1_000, 600, 0),
                        outcome("fast peer", 1_000, 40, 0)),
                List.of(),
                outcome("beforehand", 100_000, 900, 0),
                MOVES);

        // Then
        assertThat(targets.get(2).measured()).contains("fast peer");
        assertThat(targets.get(2).verdict()).isEqualTo(Verdict.MISSED);
    }

    @Test
    void whatWasNotTriedIsNotJudged() {
        // When
        List<Target> targets = Targets.judge(
                List.of(outcome("beforehand", 1_000, 10, 0)), List.of(), outcome("beforehand", 10, 1, 0), MOVES);

        // Then
        assertThat(targets.get(1).verdict()).isEqualTo(Verdict.NOT_JUDGED);
        assertThat(targets.get(2).verdict()).isEqualTo(Verdict.NOT_JUDGED);
    }

    @Test
    void oneAlarmThatIsEarlyMissesTheTarget() {
        // When
        List<Target> targets = Targets.judge(
                List.of(outcome("beforehand", 1_000, 10, 0)),
                List.of(outcome("beforehand", 6_000, 10, 1)),
                outcome("beforehand", 10, 1, 0),
                MOVES);

        // Then
        assertThat(targets.getLast().verdict()).isEqualTo(Verdict.MISSED);
    }

    private static Outcome outcome(String subject, double perSecond, double p99, int early) {
        Lateness lateness = new Lateness(100, p99 / 10, p99, p99, p99);
        return new Outcome(
                subject, perSecond, 100, lateness, new Stages(lateness, lateness, lateness), early, 0, 0, 0, 1);
    }
}
