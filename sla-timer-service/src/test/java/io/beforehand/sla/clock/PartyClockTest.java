package io.beforehand.sla.clock;

import static io.beforehand.sla.clock.Story.STANDARD;
import static io.beforehand.sla.clock.Story.minute;
import static io.beforehand.sla.clock.Story.opened;
import static io.beforehand.sla.clock.Story.withBudget;
import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.ClockRef;
import io.beforehand.events.Metric;
import io.beforehand.events.Party;
import io.beforehand.events.RequestEvent.StatusChanged;
import io.beforehand.events.RequestStatus;
import io.beforehand.sla.policy.ChangeRule;
import io.beforehand.sla.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The supplier has a budget of two hours in each request, the customer one of four; requests pause while they are pending. */
class PartyClockTest {

    private static final Metric SUPPLIER = new Metric("supplier-budget");
    private static final Metric CUSTOMER = new Metric("customer-budget");
    private static final Policy POLICY = withBudget(withBudget(STANDARD, Party.SUPPLIER, 120), Party.CUSTOMER, 240);

    private static Function<Instant, Fact> on(RequestStatus status, String party) {
        return at -> new Fact.StatusMoved(at, status, "", party);
    }

    private static Function<Instant, Fact> open() {
        return on(RequestStatus.OPEN, "");
    }

    @Test
    void aSuppliersClockStartsWhenTheRequestWaitsForHimForTheFirstTime() {
        // When
        Story story = opened(POLICY)
                .at(5, on(RequestStatus.ON_HOLD, "customer"))
                .at(10, open())
                .at(15, on(RequestStatus.ON_HOLD, "supplier"));

        // Then
        assertThat(story.state(SUPPLIER).course().startedAt()).isEqualTo(minute(15));
        assertThat(story.state(SUPPLIER).course().dueAt()).isEqualTo(minute(135));
    }

    @Test
    void aRequestThatNeverWaitsForHimHasNoClockOfHis() {
        assertThat(opened(POLICY).at(5, on(RequestStatus.ON_HOLD, "us")).kinds(SUPPLIER))
                .isEmpty();
        assertThat(opened(POLICY).at(5, on(RequestStatus.ON_HOLD, "")).kinds(SUPPLIER))
                .isEmpty();
    }

    @Test
    void itStandsStillWhileTheRequestWaitsForNobodyAndGoesOnWhenItWaitsForHimAgain() {
        // When
        Story story = opened(POLICY)
                .at(0, on(RequestStatus.ON_HOLD, "supplier"))
                .at(30, open())
                .at(200, on(RequestStatus.ON_HOLD, "supplier"));

        // Then
        assertThat(story.kinds(SUPPLIER)).containsExactly("ClockStarted", "ClockPaused", "ClockResumed");
        assertThat(story.state(SUPPLIER).course().dueAt()).isEqualTo(minute(290));
    }

    @Test
    void whomTheRequestWaitsForMayChangeWithoutItsStatus() {
        // When
        Story story = opened(POLICY)
                .at(0, on(RequestStatus.ON_HOLD, "supplier"))
                .at(30, on(RequestStatus.ON_HOLD, "customer"))
                .at(50, on(RequestStatus.ON_HOLD, "supplier"));

        // Then
        assertThat(story.state(SUPPLIER).course().usedAt(minute(60))).isEqualTo(Duration.ofMinutes(40));
        assertThat(story.state(CUSTOMER).course().usedAt(minute(50))).isEqualTo(Duration.ofMinutes(20));
        assertThat(story.state(SUPPLIER).course().pauses())
                .extracting(Pause::cause)
                .containsExactly(new PauseCause(RequestStatus.ON_HOLD, "not waiting for the supplier", "customer"));
    }

    @Test
    void itCountsInEveryStatusThatWaitsAndWhatPausesTheOthersDoesNotPauseIt() {
        // When
        Story story = opened(POLICY)
                .at(0, on(RequestStatus.PENDING, "supplier"))
                .at(10, on(RequestStatus.ON_HOLD, "supplier"))
                .at(30, open());

        // Then
        assertThat(story.kinds(SUPPLIER)).containsExactly("ClockStarted", "ClockPaused");
        assertThat(story.state(SUPPLIER).course().usedAt(minute(30))).isEqualTo(Duration.ofMinutes(30));
        assertThat(story.state(Metric.RESOLUTION).course().usedAt(minute(30))).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void aRequestThatIsPendingWaitsForTheCustomerUnlessItIsSaidForWhom() {
        // When
        Story story = opened(POLICY).at(0, on(RequestStatus.PENDING, "")).at(30, open());

        // Then
        assertThat(story.state(CUSTOMER).course().usedAt(minute(30))).isEqualTo(Duration.ofMinutes(30));
        assertThat(story.kinds(SUPPLIER)).isEmpty();
    }

    @Test
    void aSupplierWhoTakesTooLongIsWarnedOfAndBreaksHisBudget() {
        // When
        Story story = opened(POLICY)
                .at(0, on(RequestStatus.ON_HOLD, "supplier"))
                .until(130)
                .at(140, on(RequestStatus.RESOLVED, ""));

        // Then
        assertThat(story.kinds(SUPPLIER))
                .containsExactly("ClockStarted", "WarningRaised", "DeadlineBreached", "ClockMet");
        assertThat(story.state(Metric.RESOLUTION)).isInstanceOf(ClockState.Met.class);
    }

    @Test
    void itIsKeptWhenTheRequestIsSolvedAlsoWhileItStandsStill() {
        // When
        Story story = opened(POLICY)
                .at(0, on(RequestStatus.ON_HOLD, "supplier"))
                .at(30, open())
                .at(300, on(RequestStatus.RESOLVED, ""));

        // Then
        assertThat(story.state(SUPPLIER)).isInstanceOf(ClockState.Met.class);
        assertThat(story.state(SUPPLIER).course().usedAt(minute(300))).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void aRequestThatGoesOnInAnotherTakesItsBudgetsAlong() {
        // When
        Story story = opened(POLICY)
                .at(0, on(RequestStatus.ON_HOLD, "supplier"))
                .at(30, at -> new Fact.StatusMoved(at, RequestStatus.CLOSED, StatusChanged.MERGED, ""));

        // Then
        assertThat(story.kinds(SUPPLIER)).containsExactly("ClockStarted", "ClockCancelled");
    }

    @Test
    void aRequestThatIsReopenedHasANewBudgetOnceItWaitsAgain() {
        // When
        Story story = opened(POLICY)
                .at(0, on(RequestStatus.ON_HOLD, "supplier"))
                .at(10, on(RequestStatus.RESOLVED, ""))
                .at(50, open())
                .at(60, on(RequestStatus.ON_HOLD, "supplier"));

        // Then
        assertThat(story.state(SUPPLIER, 2).course().dueAt()).isEqualTo(minute(180));
    }

    @Test
    void whatBecomesKnownLateCountsFromWhenItHappened() {
        // When
        Story story = opened(POLICY)
                .at(0, on(RequestStatus.ON_HOLD, "supplier"))
                .at(130, Fact.Updated::new)
                .until(135)
                .learn(20, 140, open());

        // Then
        assertThat(story.kinds(SUPPLIER)).endsWith("DeadlineBreached", "OutcomeCorrected", "ClockPaused");
        assertThat(Drift.of(story.clocks(), story.history(), minute(141))).isEmpty();
    }

    @Test
    void itGoesByThePolicysCalendar() {
        // When it waits from ten to ten until twenty past ten, and the office is closed for ten minutes of that
        Story story = opened(Calendars.under(POLICY, Calendars.OFFICE))
                .at(50, on(RequestStatus.ON_HOLD, "supplier"))
                .at(80, open());

        // Then
        assertThat(story.state(SUPPLIER).course().usedAt(minute(80))).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void aPolicyThatGivesItLessTimeCountsFromItsStart() {
        // Given
        Policy shorter = withBudget(Story.policy("shorter", ChangeRule.RECOMPUTE, 60, 480), Party.SUPPLIER, 60);

        // When
        Story story = opened(POLICY)
                .at(0, on(RequestStatus.ON_HOLD, "supplier"))
                .at(30, at -> new Fact.Reclassified(at, Story.chosen(shorter)));

        // Then
        assertThat(story.state(SUPPLIER).course().dueAt()).isEqualTo(minute(60));
        assertThat(story.clocks().find(ClockRef.of("r1", CUSTOMER, 1))).isEmpty();
    }

    @Test
    void whoeverDoesNotHaveTheRequestGetsNoNewBudgetFromAFreshStartBeforeItWaitsForHimAgain() {
        // Given
        Policy fresh = withBudget(Story.policy("fresh", ChangeRule.FRESH, 60, 480), Party.SUPPLIER, 120);
        Policy next = withBudget(Story.policy("next", ChangeRule.FRESH, 60, 480), Party.SUPPLIER, 60);
        Story story = opened(fresh).at(0, on(RequestStatus.ON_HOLD, "supplier")).at(40, open());

        // When
        story.at(50, at -> new Fact.Reclassified(at, Story.chosen(next)));

        // Then
        assertThat(story.kinds(SUPPLIER)).containsExactly("ClockStarted", "ClockPaused", "ClockCancelled");
        story.at(70, on(RequestStatus.ON_HOLD, "supplier"));
        assertThat(story.state(SUPPLIER, 2).course().dueAt()).isEqualTo(minute(130));
    }

    @Test
    void whoeverHasTheRequestGetsANewBudgetFromAFreshStart() {
        // Given
        Policy fresh = withBudget(Story.policy("fresh", ChangeRule.FRESH, 60, 480), Party.SUPPLIER, 120);
        Policy next = withBudget(Story.policy("next", ChangeRule.FRESH, 60, 480), Party.SUPPLIER, 60);

        // When
        Story story = opened(fresh)
                .at(0, on(RequestStatus.ON_HOLD, "supplier"))
                .at(40, at -> new Fact.Reclassified(at, Story.chosen(next)));

        // Then
        assertThat(story.kinds(SUPPLIER)).containsExactly("ClockStarted", "ClockCancelled", "ClockStarted");
        assertThat(story.state(SUPPLIER, 2).course().dueAt()).isEqualTo(minute(100));
    }
}
