package io.beforehand.sla.clock;

import static io.beforehand.events.Metric.FIRST_RESPONSE;
import static io.beforehand.events.Metric.RESOLUTION;
import static io.beforehand.sla.clock.ClockTest.moved;
import static io.beforehand.sla.clock.Story.minute;
import static io.beforehand.sla.clock.Story.policy;
import static io.beforehand.sla.policy.ChangeRule.FRESH;
import static io.beforehand.sla.policy.ChangeRule.KEEP;
import static io.beforehand.sla.policy.ChangeRule.RECOMPUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.ClockRef;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.SlaEvent.ClockResumed;
import io.beforehand.events.SlaEvent.DeadlineBreached;
import io.beforehand.sla.clock.ClockState.Breached;
import io.beforehand.sla.clock.ClockState.Cancelled;
import io.beforehand.sla.clock.ClockState.Paused;
import io.beforehand.sla.policy.ChangeRule;
import io.beforehand.sla.policy.Policy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A request becomes urgent, or stops being so, while its clocks run. */
class ReclassificationTest {

    private static final ClockRef FIRST = ClockRef.of("r1", FIRST_RESPONSE, 1);

    @Test
    void recomputeCountsTheNewGoalFromTheStartOfTheCycleWithPausesKept() {
        Story story = standard(RECOMPUTE)
                .at(10, moved(RequestStatus.PENDING))
                .at(15, moved(RequestStatus.OPEN))
                .at(20, at -> new Fact.Reclassified(at, Story.chosen(urgent())));

        assertThat(story.told(FIRST_RESPONSE)).last().isEqualTo(new ClockResumed(FIRST, minute(20), minute(35)));
    }

    @Test
    void aGoalThatIsUsedUpByTheChangeIsBreachedAtOnce() {
        Story story = standard(RECOMPUTE)
                .at(50, at -> new Fact.Reclassified(at, Story.chosen(urgent())))
                .wakes(50);

        assertThat(story.told(FIRST_RESPONSE))
                .last()
                .isEqualTo(new DeadlineBreached(FIRST, minute(30), Duration.ofMinutes(20), false));
    }

    @Test
    void warningsGivenBeforeTheChangeAreNotGivenAgain() {
        Story story = standard(RECOMPUTE)
                .until(31)
                .at(31, at -> new Fact.Reclassified(at, Story.chosen(policy("relaxed", RECOMPUTE, 120, 480))))
                .until(100);

        assertThat(story.kinds(FIRST_RESPONSE))
                .containsExactly("ClockStarted", "WarningRaised", "ClockResumed", "WarningRaised");
        assertThat(story.told(FIRST_RESPONSE).getLast())
                .hasToString(story.told(FIRST_RESPONSE).getLast().toString().replace("50%", "75%"));
    }

    @Test
    void aPausedClockStaysPausedWithWhatTheNewGoalLeaves() {
        Story story = standard(RECOMPUTE)
                .at(10, moved(RequestStatus.PENDING))
                .at(50, at -> new Fact.Reclassified(at, Story.chosen(urgent())))
                .at(60, moved(RequestStatus.OPEN));

        assertThat(story.kinds(FIRST_RESPONSE))
                .containsExactly("ClockStarted", "ClockPaused", "ClockPaused", "ClockResumed");
        assertThat(story.state(FIRST_RESPONSE).course().dueAt()).isEqualTo(minute(80));
    }

    @Test
    void aClockWhoseNewDeadlineLayBeforeThePauseIsPausedNoMore() {
        Story story = standard(RECOMPUTE)
                .at(40, moved(RequestStatus.PENDING))
                .at(50, at -> new Fact.Reclassified(at, Story.chosen(urgent())))
                .wakes(50);

        assertThat(story.state(FIRST_RESPONSE)).isInstanceOf(Breached.class);
        assertThat(story.state(RESOLUTION)).isInstanceOf(Paused.class);
    }

    @Test
    void keepLeavesRunningClocksAloneAndCountsForLaterOnes() {
        Story story = standard(KEEP)
                .at(20, at -> new Fact.Reclassified(at, Story.chosen(urgent())))
                .at(25, moved(RequestStatus.RESOLVED))
                .at(30, moved(RequestStatus.OPEN));

        assertThat(story.kinds(FIRST_RESPONSE)).containsExactly("ClockStarted", "ClockCancelled");
        assertThat(story.state(RESOLUTION, 2).course().dueAt()).isEqualTo(minute(150));
    }

    @Test
    void freshEndsTheCycleAndStartsAnotherAtTheChange() {
        Story story = standard(FRESH).at(20, at -> new Fact.Reclassified(at, Story.chosen(urgent())));

        assertThat(story.state(FIRST_RESPONSE, 1)).isInstanceOf(Cancelled.class);
        assertThat(story.state(FIRST_RESPONSE, 2).course().dueAt()).isEqualTo(minute(50));
        assertThat(story.kinds(FIRST_RESPONSE)).containsExactly("ClockStarted", "ClockCancelled", "ClockStarted");
    }

    @Test
    void aPromiseThatWasBrokenBeforeTheChangeStaysBroken() {
        Story story = standard(RECOMPUTE)
                .at(70, at -> new Fact.Reclassified(at, Story.chosen(policy("relaxed", RECOMPUTE, 600, 900))))
                .wakes(70);

        assertThat(story.told(FIRST_RESPONSE))
                .last()
                .isEqualTo(new DeadlineBreached(FIRST, minute(60), Duration.ofMinutes(10), false));
    }

    @Test
    void aChangeThatStaysWithThePolicyChangesNothing() {
        Story story = standard(FRESH);
        var before = story.clocks();

        story.at(20, at -> new Fact.Reclassified(at, Story.chosen(policy("standard", FRESH, 30, 120))));

        assertThat(story.clocks()).isEqualTo(before);
    }

    private static Story standard(ChangeRule onChange) {
        return Story.opened(policy("standard", onChange, 60, 480));
    }

    private static Policy urgent() {
        return policy("urgent", RECOMPUTE, 30, 120);
    }
}
