package io.beforehand.sla.clock;

import static io.beforehand.events.Metric.FIRST_RESPONSE;
import static io.beforehand.sla.clock.ClockTest.moved;
import static io.beforehand.sla.clock.Story.STANDARD;
import static io.beforehand.sla.clock.Story.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.beforehand.events.ClockRef;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.SlaEvent.ClockMet;
import io.beforehand.events.SlaEvent.ClockResumed;
import io.beforehand.events.SlaEvent.DeadlineBreached;
import io.beforehand.sla.clock.ClockState.Met;
import io.beforehand.sla.clock.ClockState.Paused;
import io.beforehand.sla.clock.ClockState.Running;
import io.beforehand.sla.policy.ChangeRule;
import io.beforehand.sla.policy.PauseLimit;
import io.beforehand.sla.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Pauses that may last half an hour together; the first response is due an hour after the opening. */
class PauseLimitTest {

    private static final ClockRef FIRST = ClockRef.of("r1", FIRST_RESPONSE, 1);
    private static final Policy LIMITED = Calendars.pausedAtMost(30, STANDARD);

    @Test
    void aPauseThatReachesItsLimitEndsByItself() {
        Story story = Story.opened(LIMITED).at(20, moved(RequestStatus.PENDING)).until(500);

        assertThat(story.kinds(FIRST_RESPONSE))
                .containsExactly(
                        "ClockStarted",
                        "ClockPaused",
                        "ClockResumed",
                        "WarningRaised",
                        "WarningRaised",
                        "WarningRaised",
                        "DeadlineBreached");
        assertThat(story.told(FIRST_RESPONSE).get(2)).isEqualTo(new ClockResumed(FIRST, minute(50), minute(90)));
    }

    @Test
    void allPausesTogetherCount() {
        Story story = Story.opened(LIMITED)
                .at(10, moved(RequestStatus.PENDING))
                .at(30, moved(RequestStatus.OPEN))
                .at(40, moved(RequestStatus.PENDING))
                .until(55);

        assertThat(story.told(FIRST_RESPONSE)).last().isEqualTo(new ClockResumed(FIRST, minute(50), minute(90)));
    }

    @Test
    void aClockThatHasUsedUpItsPausesStandsStillNoMore() {
        Story story = Story.opened(LIMITED)
                .at(10, moved(RequestStatus.PENDING))
                .at(50, moved(RequestStatus.OPEN))
                .at(55, moved(RequestStatus.PENDING));

        assertThat(story.state(FIRST_RESPONSE)).isInstanceOf(Running.class);
        assertThat(story.state(FIRST_RESPONSE).course().dueAt()).isEqualTo(minute(90));
    }

    @Test
    void whatHappensAfterTheLimitHappensToAClockThatWentOnEvenIfNobodyLooked() {
        Story inTime =
                Story.opened(LIMITED).at(20, moved(RequestStatus.PENDING)).at(85, Fact.Replied::new);
        Story late = Story.opened(LIMITED).at(20, moved(RequestStatus.PENDING)).at(95, Fact.Replied::new);

        assertThat(inTime.state(FIRST_RESPONSE)).isInstanceOf(Met.class);
        assertThat(inTime.state(FIRST_RESPONSE).course().usedAt(minute(85))).isEqualTo(Duration.ofMinutes(55));
        assertThat(late.told(FIRST_RESPONSE))
                .endsWith(
                        new DeadlineBreached(FIRST, minute(90), Duration.ofMinutes(5), false),
                        new ClockMet(FIRST, minute(95), minute(90), true));
    }

    @Test
    void afterAnOutageThePauseEndedWhenItHadToAndOneBreachIsTold() {
        Story story = Story.opened(LIMITED).at(20, moved(RequestStatus.PENDING)).wakes(200);

        assertThat(story.told(FIRST_RESPONSE))
                .last()
                .isEqualTo(new DeadlineBreached(FIRST, minute(90), Duration.ofMinutes(110), false));
    }

    @Test
    void aPauseThatTurnsOutToHaveEndedBeforeItsLimitIsCounted() {
        Story story = Story.opened(LIMITED)
                .at(20, moved(RequestStatus.PENDING))
                .until(55)
                .learn(30, 56, moved(RequestStatus.OPEN));

        assertThat(story.state(FIRST_RESPONSE).course().dueAt()).isEqualTo(minute(70));
    }

    @Test
    void aLateFactThatHasNothingToDoWithItDoesNotPauseTheClockAgain() {
        Story story = Story.opened(LIMITED).at(20, moved(RequestStatus.PENDING)).until(55);
        var told = story.told(FIRST_RESPONSE);

        story.learn(15, 56, Fact.Acknowledged::new);

        assertThat(story.state(FIRST_RESPONSE)).isInstanceOf(Running.class);
        assertThat(story.told(FIRST_RESPONSE)).isEqualTo(told);
    }

    @Test
    void theLimitIsWorkingTime() {
        Story story = Story.opened(Calendars.under(LIMITED, Calendars.OFFICE))
                .at(50, moved(RequestStatus.PENDING))
                .until(95);

        assertThat(story.state(FIRST_RESPONSE).course().pauses().getLast().to()).isEqualTo(minute(90));
    }

    @Test
    void withoutALimitAPauseLastsForEver() {
        Story story = Story.opened(STANDARD).at(0.5, moved(RequestStatus.PENDING));

        assertThat(story.clocks().nextAlarm()).isEmpty();
    }

    @Test
    void aPolicyWithALongerLimitLetsAPausedRequestWaitOn() {
        Story story = Story.opened(LIMITED)
                .at(10, moved(RequestStatus.PENDING))
                .until(45)
                .at(45, at -> reclassified(at, 120));

        assertThat(story.state(FIRST_RESPONSE)).isInstanceOf(Paused.class);
    }

    @Test
    void theEndOfThePauseIsExplained() {
        Story story = Story.opened(LIMITED).at(20, moved(RequestStatus.PENDING));

        assertThat(Explanation.of(FIRST, story.history(), minute(60))
                        .orElseThrow()
                        .steps())
                .extracting(Explanation.Step::because, Explanation.Step::at)
                .containsExactly(
                        tuple("opened", minute(0)),
                        tuple("status-moved", minute(20)),
                        tuple("pause-limit", minute(50)));
    }

    @Test
    void aPauseKeepsItsReasonAndWhomItWaitsFor() {
        Story story = Story.opened(STANDARD)
                .at(20, at -> new Fact.StatusMoved(at, RequestStatus.PENDING, "invoice missing", "customer"))
                .at(30, moved(RequestStatus.OPEN));

        assertThat(story.state(FIRST_RESPONSE).course().pauses())
                .extracting(Pause::cause)
                .containsExactly(new PauseCause(RequestStatus.PENDING, "invoice missing", "customer"));
    }

    @Test
    void aLimitIsSomeTime() {
        assertThatThrownBy(() -> new PauseLimit.AtMost(Duration.ZERO)).hasMessage("must be between 1ms and 3650d");
    }

    private static Fact reclassified(Instant at, int minutes) {
        return new Fact.Reclassified(
                at,
                Story.chosen(Calendars.pausedAtMost(minutes, Story.policy("patient", ChangeRule.RECOMPUTE, 60, 480))));
    }

    @Test
    void aPauseThatShouldLongHaveEndedHasDrifted() {
        Story story = Story.opened(LIMITED).at(0.5, Fact.Acknowledged::new).at(20, moved(RequestStatus.PENDING));

        assertThat(Drift.of(story.clocks(), story.history(), minute(51))).isEmpty();
        assertThat(Drift.of(story.clocks(), story.history(), minute(53)))
                .extracting(Drift::what, Drift::recomputed)
                .contains(tuple("r1:first-response:1", "going on since " + minute(50)));
    }
}
