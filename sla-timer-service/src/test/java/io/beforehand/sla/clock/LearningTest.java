package io.beforehand.sla.clock;

import static io.beforehand.events.Metric.FIRST_RESPONSE;
import static io.beforehand.events.Metric.NEXT_RESPONSE;
import static io.beforehand.sla.clock.ClockTest.moved;
import static io.beforehand.sla.clock.Story.STANDARD;
import static io.beforehand.sla.clock.Story.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.ClockRef;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.SlaEvent.ClockMet;
import io.beforehand.events.SlaEvent.ClockResumed;
import io.beforehand.events.SlaEvent.DeadlineBreached;
import io.beforehand.events.SlaEvent.OutcomeCorrected;
import io.beforehand.sla.clock.ClockState.Breached;
import io.beforehand.sla.clock.ClockState.Met;
import io.beforehand.sla.clock.ClockState.Running;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes known late: history is put right, and so is what was told. */
class LearningTest {

    private static final ClockRef FIRST = ClockRef.of("r1", FIRST_RESPONSE, 1);

    @Test
    void anAnswerInTimeThatBecomesKnownAfterTheBreachCorrectsIt() {
        Story story = Story.opened(STANDARD).until(60).learn(59, 65, Fact.Replied::new);

        assertThat(story.told(FIRST_RESPONSE))
                .endsWith(
                        new DeadlineBreached(FIRST, minute(60), Duration.ZERO, false),
                        new OutcomeCorrected(FIRST, "breached", "met", "late-replied"),
                        new ClockMet(FIRST, minute(59), minute(60), false));
    }

    @Test
    void aPauseThatBecomesKnownAfterTheBreachTakesItBackAndTheNewDeadlineCounts() {
        Story story = Story.opened(STANDARD)
                .until(60)
                .learn(20, 65, moved(RequestStatus.PENDING))
                .learn(50, 65, moved(RequestStatus.OPEN));

        assertThat(story.told(FIRST_RESPONSE))
                .contains(new OutcomeCorrected(FIRST, "breached", "running", "late-status-moved"));
        assertThat(story.told(FIRST_RESPONSE)).last().isEqualTo(new ClockResumed(FIRST, minute(50), minute(90)));
        assertThat(story.until(90).told(FIRST_RESPONSE))
                .last()
                .isEqualTo(new DeadlineBreached(FIRST, minute(90), Duration.ZERO, false));
    }

    @Test
    void aLateFactThatChangesNothingTellsNothing() {
        Story story = Story.opened(STANDARD).until(60);
        int told = story.told(FIRST_RESPONSE).size();

        story.learn(10, 65, Fact.CustomerWrote::new).learn(30, 66, Fact.Assigned::new);

        assertThat(story.told(FIRST_RESPONSE)).hasSize(told);
        assertThat(story.state(FIRST_RESPONSE)).isInstanceOf(Breached.class);
    }

    @Test
    void anEarlierAnswerCorrectsTheVerdictOfAClockThatIsOver() {
        Story story = Story.opened(STANDARD).until(60).at(80, Fact.Replied::new).learn(40, 85, Fact.Replied::new);

        assertThat(story.told(FIRST_RESPONSE))
                .endsWith(
                        new ClockMet(FIRST, minute(80), minute(60), true),
                        new OutcomeCorrected(FIRST, "breached", "met", "late-replied"));
        assertThat(story.state(FIRST_RESPONSE)).isInstanceOfSatisfying(Met.class, met -> assertThat(met.endedAt())
                .isEqualTo(minute(40)));
    }

    @Test
    void disorderBeforeAnyVerdictIsNoCorrection() {
        Story story = Story.opened(STANDARD).at(30, Fact.CustomerWrote::new).learn(20, 30, Fact.Replied::new);

        assertThat(story.kinds(FIRST_RESPONSE)).containsExactly("ClockStarted", "ClockMet");
        assertThat(story.kinds(NEXT_RESPONSE)).containsExactly("ClockStarted");
    }

    /** As intake tells what waited in a request that goes on in this one. */
    @Test
    void aQuestionThatIsToldFromTheLastReplyOnWaitsForTheNextOne() {
        Story before = Story.opened(STANDARD).at(20, Fact.Replied::new).learn(10, 40, Fact.CustomerWrote::new);
        Story from = Story.opened(STANDARD).at(20, Fact.Replied::new).learn(20, 40, Fact.CustomerWrote::new);

        assertThat(before.kinds(NEXT_RESPONSE)).isEmpty();
        assertThat(from.state(NEXT_RESPONSE)).isInstanceOfSatisfying(Running.class, running -> assertThat(
                        running.course().startedAt())
                .isEqualTo(minute(20)));
    }

    @Test
    void aClockThatNeverStartedByTheRealHistoryIsCancelledAndItsNumberUsedAgain() {
        // Given a message that asked for a next response, until an earlier one turns out to be what was answered
        Story story = Story.opened(STANDARD)
                .at(10, Fact.Replied::new)
                .at(20, Fact.CustomerWrote::new)
                .at(30, Fact.Replied::new)
                .at(40, Fact.CustomerWrote::new)
                .learn(15, 41, Fact.CustomerWrote::new)
                .learn(16, 42, Fact.Replied::new);
        assertThat(story.state(NEXT_RESPONSE, 3)).isInstanceOf(Running.class);

        // When
        story.at(50, Fact.Replied::new).at(60, Fact.CustomerWrote::new);

        // Then
        assertThat(story.state(NEXT_RESPONSE, 4)).isInstanceOf(Running.class);
        assertThat(Learning.reconciled(story.clocks(), RequestClocks.fold("r1", story.history()), minute(61)))
                .isEqualTo(story.clocks());
    }

    @Test
    void aBreachFoundWhileInputsWereMissingIsMarkedAsProvisional() {
        RequestClocks clocks = Story.opened(STANDARD).clocks();

        Learning learning = Learning.ofTime(clocks, minute(61), true);

        assertThat(learning.events()).contains(new DeadlineBreached(FIRST, minute(60), Duration.ofMinutes(1), true));
    }
}
