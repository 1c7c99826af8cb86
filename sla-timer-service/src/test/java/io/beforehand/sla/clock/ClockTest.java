package io.beforehand.sla.clock;

import static io.beforehand.events.Metric.ACKNOWLEDGEMENT;
import static io.beforehand.events.Metric.FIRST_RESPONSE;
import static io.beforehand.events.Metric.NEXT_RESPONSE;
import static io.beforehand.events.Metric.RESOLUTION;
import static io.beforehand.sla.clock.Story.STANDARD;
import static io.beforehand.sla.clock.Story.minute;
import static io.beforehand.sla.clock.Story.withBudget;
import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.ClockRef;
import io.beforehand.events.Metric;
import io.beforehand.events.RequestEvent.StatusChanged;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.SlaEvent.ClockMet;
import io.beforehand.events.SlaEvent.ClockPaused;
import io.beforehand.events.SlaEvent.ClockResumed;
import io.beforehand.events.SlaEvent.ClockStarted;
import io.beforehand.events.SlaEvent.DeadlineBreached;
import io.beforehand.events.SlaEvent.WarningRaised;
import io.beforehand.sla.clock.ClockState.Cancelled;
import io.beforehand.sla.clock.ClockState.Met;
import io.beforehand.sla.clock.ClockState.Running;
import io.beforehand.sla.clock.ClockState.Settled;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The semantics of clocks as worked examples; the goals are in {@link Story#STANDARD}. */
class ClockTest {

    private static final ClockRef FIRST = ClockRef.of("r1", FIRST_RESPONSE, 1);

    @Test
    void anOpenedRequestStartsAClockForEachGoalButTheNextResponse() {
        Story story = Story.opened(STANDARD);

        assertThat(story.clocks().clocks())
                .extracting(clock -> clock.ref().metric())
                .containsExactly(ACKNOWLEDGEMENT, FIRST_RESPONSE, RESOLUTION);
        assertThat(story.told(FIRST_RESPONSE))
                .containsExactly(new ClockStarted(
                        FIRST, minute(0), minute(60), Duration.ofHours(1), "standard", 1, "always", 1));
    }

    @Test
    void whatAMachineOpenedIsNotAcknowledgedSoNobodyIsWarnedAboutThat() {
        Story story = Story.openedByMachine(STANDARD);

        assertThat(story.clocks().clocks())
                .extracting(clock -> clock.ref().metric())
                .containsExactly(FIRST_RESPONSE, RESOLUTION);
    }

    @Test
    void anAnswerInTimeMeetsTheClock() {
        Story story = Story.opened(STANDARD).at(20, Fact.Replied::new).until(500);

        assertThat(story.told(FIRST_RESPONSE)).last().isEqualTo(new ClockMet(FIRST, minute(20), minute(60), false));
        assertThat(story.kinds(FIRST_RESPONSE)).containsExactly("ClockStarted", "ClockMet");
    }

    @Test
    void aDeadlineReachedExactlyIsABreach() {
        Story story = Story.opened(STANDARD).until(60);

        assertThat(story.told(FIRST_RESPONSE))
                .last()
                .isEqualTo(new DeadlineBreached(FIRST, minute(60), Duration.ZERO, false));
    }

    @Test
    void anAnswerAtTheVeryDeadlineMeetsTheClock() {
        Story story = Story.opened(STANDARD).at(60, Fact.Replied::new);

        assertThat(story.state(FIRST_RESPONSE)).isInstanceOf(Met.class);
    }

    @Test
    void anAnswerAfterTheDeadlineProvesTheBreachEvenBeforeTheAlarmRang() {
        Story story = Story.opened(STANDARD).at(61, Fact.Replied::new);

        assertThat(story.told(FIRST_RESPONSE))
                .endsWith(
                        new DeadlineBreached(FIRST, minute(60), Duration.ofMinutes(1), false),
                        new ClockMet(FIRST, minute(61), minute(60), true));
    }

    @Test
    void eachWarningComesOnceAtItsShareOrTimeLeftAndThenTheBreach() {
        Story story = Story.opened(STANDARD).until(200);

        assertThat(story.told(FIRST_RESPONSE).stream().skip(1))
                .containsExactly(
                        new WarningRaised(FIRST, "50%", minute(60), Duration.ofMinutes(30), false),
                        new WarningRaised(FIRST, "75%", minute(60), Duration.ofMinutes(15), false),
                        new WarningRaised(FIRST, "10m before", minute(60), Duration.ofMinutes(10), false),
                        new DeadlineBreached(FIRST, minute(60), Duration.ZERO, false));
    }

    @Test
    void afterAnOutageWarningsPastTheBreachAreSupersededAndOneLateBreachIsTold() {
        Story story = Story.opened(STANDARD).until(31).wakes(90).until(200);

        assertThat(story.kinds(FIRST_RESPONSE)).containsExactly("ClockStarted", "WarningRaised", "DeadlineBreached");
        assertThat(story.told(FIRST_RESPONSE))
                .last()
                .isEqualTo(new DeadlineBreached(FIRST, minute(60), Duration.ofMinutes(30), false));
        assertThat(story.clocks().find(FIRST).orElseThrow().firings().values())
                .filteredOn(Firing.Superseded.class::isInstance)
                .hasSize(2);
    }

    @Test
    void afterAnOutageWarningsAreStillGivenWhileTheDeadlineIsAhead() {
        Story story = Story.opened(STANDARD).wakes(52);

        assertThat(story.kinds(FIRST_RESPONSE))
                .containsExactly("ClockStarted", "WarningRaised", "WarningRaised", "WarningRaised");
    }

    @Test
    void aWarningDueBeforeAnAnswerThatIsKnownByNowIsNotGiven() {
        Story story = Story.opened(STANDARD).at(55, Fact.Replied::new).wakes(56);

        assertThat(story.kinds(FIRST_RESPONSE)).containsExactly("ClockStarted", "ClockMet");
    }

    @Test
    void aPauseKeepsWhatIsLeft() {
        Story story = Story.opened(STANDARD)
                .at(20, moved(RequestStatus.PENDING))
                .until(300)
                .at(320, moved(RequestStatus.OPEN));

        assertThat(story.told(FIRST_RESPONSE))
                .endsWith(
                        new ClockPaused(FIRST, minute(20), Duration.ofMinutes(40), "pending"),
                        new ClockResumed(FIRST, minute(320), minute(360)));
        assertThat(story.until(360).kinds(FIRST_RESPONSE)).endsWith("DeadlineBreached");
    }

    @Test
    void aStatusThatThePolicyDoesNotPauseOnPausesNothing() {
        Story story = Story.opened(STANDARD).at(20, moved(RequestStatus.ON_HOLD));

        assertThat(story.state(FIRST_RESPONSE)).isInstanceOf(Running.class);
    }

    @Test
    void anAnswerWhilePausedMeetsTheClockHoweverLongThePause() {
        Story story = Story.opened(STANDARD)
                .at(20, moved(RequestStatus.PENDING))
                .until(900)
                .at(1000, Fact.Replied::new);

        assertThat(story.state(FIRST_RESPONSE)).isInstanceOf(Met.class);
    }

    @Test
    void aPauseThatBeginsAfterTheDeadlineChangesNothing() {
        Story story =
                Story.opened(STANDARD).at(70, moved(RequestStatus.PENDING)).wakes(71);

        assertThat(story.told(FIRST_RESPONSE))
                .last()
                .isEqualTo(new DeadlineBreached(FIRST, minute(60), Duration.ofMinutes(11), false));
    }

    @Test
    void aBreachedClockRunsOnUntilTheAnswer() {
        Story story = Story.opened(STANDARD)
                .until(60)
                .at(70, moved(RequestStatus.PENDING))
                .at(100, Fact.Replied::new);

        assertThat(story.told(FIRST_RESPONSE)).last().isEqualTo(new ClockMet(FIRST, minute(100), minute(60), true));
        assertThat(story.state(FIRST_RESPONSE)).isInstanceOf(Settled.class);
    }

    @Test
    void resolvingMeetsTheResolutionAndMakesTheUnansweredResponseMoot() {
        Story story = Story.opened(STANDARD).at(0.5, moved(RequestStatus.RESOLVED));

        assertThat(story.state(RESOLUTION)).isInstanceOf(Met.class);
        assertThat(story.state(FIRST_RESPONSE))
                .isInstanceOfSatisfying(Cancelled.class, cancelled -> assertThat(cancelled.reason())
                        .isEqualTo("resolved"));
        assertThat(story.state(ACKNOWLEDGEMENT)).isInstanceOf(Running.class);
    }

    @Test
    void resolvingDoesNotExcuseAResponseThatWasOverdue() {
        Story story = Story.opened(STANDARD).at(70, moved(RequestStatus.RESOLVED));

        assertThat(story.kinds(FIRST_RESPONSE)).containsExactly("ClockStarted", "DeadlineBreached", "ClockCancelled");
        assertThat(story.state(FIRST_RESPONSE).verdict()).isEqualTo("breached");
    }

    @Test
    void whatIsPromisedInARequestThatGoesOnInAnotherIsCancelledAndNotKept() {
        Story story = Story.opened(withBudget(STANDARD, "billing", 60))
                .at(10, at -> new Fact.Assigned(at, "billing"))
                .at(20, merged());

        assertThat(story.state(RESOLUTION)).isEqualTo(cancelled(story.state(RESOLUTION), minute(20)));
        assertThat(story.state(FIRST_RESPONSE)).isEqualTo(cancelled(story.state(FIRST_RESPONSE), minute(20)));
        assertThat(story.state(new Metric("billing-budget")))
                .isEqualTo(cancelled(story.state(new Metric("billing-budget")), minute(20)));
        assertThat(story.clocks().isOver()).isTrue();
    }

    @Test
    void whatWasBrokenBeforeARequestIsMergedStaysBroken() {
        Story story = Story.opened(STANDARD).at(70, merged());

        assertThat(story.state(FIRST_RESPONSE).verdict()).isEqualTo("breached");
        assertThat(story.state(RESOLUTION).verdict()).isEqualTo("cancelled");
    }

    @Test
    void mergingAResolvedRequestChangesNoClock() {
        Story story = Story.opened(STANDARD).at(20, moved(RequestStatus.RESOLVED));
        var resolved = story.clocks().clocks();

        assertThat(story.at(30, merged()).clocks().clocks()).isEqualTo(resolved);
    }

    private static Function<Instant, Fact> merged() {
        return at -> new Fact.StatusMoved(at, RequestStatus.CLOSED, StatusChanged.MERGED, "");
    }

    private static Cancelled cancelled(ClockState state, Instant at) {
        return new Cancelled(state.course(), at, "merged");
    }

    @Test
    void closingAResolvedRequestChangesNoClock() {
        Story story = Story.opened(STANDARD).at(20, moved(RequestStatus.RESOLVED));
        var resolved = story.clocks().clocks();

        assertThat(story.at(30, moved(RequestStatus.CLOSED)).clocks().clocks()).isEqualTo(resolved);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESOLVED", "CLOSED"})
    void reopeningStartsANewCycleOfTheResolution(RequestStatus over) {
        Story story = Story.opened(STANDARD).at(20, moved(over)).at(600, moved(RequestStatus.OPEN));

        assertThat(story.state(RESOLUTION, 1)).isInstanceOf(Met.class);
        assertThat(story.state(RESOLUTION, 2).course().dueAt()).isEqualTo(minute(1080));
    }

    @ParameterizedTest
    @EnumSource(names = {"RESOLVED", "CLOSED"})
    void whoReopensByWritingWaitsForAResponseFromThen(RequestStatus over) {
        Story story = Story.opened(STANDARD)
                .at(10, Fact.Replied::new)
                .at(20, moved(over))
                .at(600, Fact.CustomerWrote::new)
                .at(600, moved(RequestStatus.OPEN));

        assertThat(story.state(NEXT_RESPONSE).course().dueAt()).isEqualTo(minute(660));
    }

    @Test
    void theNextResponseCountsFromTheOldestUnansweredMessage() {
        Story story = Story.opened(STANDARD)
                .at(5, Fact.CustomerWrote::new)
                .at(10, Fact.Replied::new)
                .at(20, Fact.CustomerWrote::new)
                .at(30, Fact.CustomerWrote::new)
                .at(40, Fact.Replied::new)
                .at(50, Fact.CustomerWrote::new);

        assertThat(story.state(NEXT_RESPONSE, 1))
                .isInstanceOfSatisfying(
                        Met.class, met -> assertThat(met.course().startedAt()).isEqualTo(minute(20)));
        assertThat(story.state(NEXT_RESPONSE, 2).course().dueAt()).isEqualTo(minute(110));
    }

    @Test
    void onlyTheAcknowledgementMeetsTheAcknowledgementClock() {
        Story story = Story.opened(STANDARD).at(0.5, Fact.Replied::new).at(0.8, Fact.Acknowledged::new);

        assertThat(story.told(ACKNOWLEDGEMENT))
                .last()
                .isEqualTo(new ClockMet(ClockRef.of("r1", ACKNOWLEDGEMENT, 1), minute(0.8), minute(1), false));
    }

    static Function<Instant, Fact> moved(RequestStatus to) {
        return at -> new Fact.StatusMoved(at, to);
    }
}
