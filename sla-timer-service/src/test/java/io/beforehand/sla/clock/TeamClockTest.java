package io.beforehand.sla.clock;

import static io.beforehand.sla.clock.Story.STANDARD;
import static io.beforehand.sla.clock.Story.minute;
import static io.beforehand.sla.clock.Story.opened;
import static io.beforehand.sla.clock.Story.withBudget;
import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.Metric;
import io.beforehand.events.RequestStatus;
import io.beforehand.sla.policy.ChangeRule;
import io.beforehand.sla.policy.Goal;
import io.beforehand.sla.policy.Holder;
import io.beforehand.sla.policy.Policies;
import io.beforehand.sla.policy.Policy;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The network team has a budget of two hours in each request. */
class TeamClockTest {

    private static final Metric BUDGET = new Metric("network-budget");
    private static final Policy POLICY = withBudget(STANDARD, "network", 120);

    private static Function<java.time.Instant, Fact> to(String team) {
        return at -> new Fact.Assigned(at, team);
    }

    @Test
    void aTeamsClockStartsWhenTheTeamGetsTheRequest() {
        assertThat(opened(POLICY).at(5, to("billing")).kinds(BUDGET)).isEmpty();
        assertThat(opened(POLICY).at(5, to("network")).state(BUDGET).course().startedAt())
                .isEqualTo(minute(5));
    }

    @Test
    void itStandsStillWhileAnotherTeamHasTheRequest() {
        // When
        Story story = opened(POLICY).at(0, to("network")).at(30, to("billing")).at(200, to("network"));

        // Then
        assertThat(story.kinds(BUDGET)).containsExactly("ClockStarted", "ClockPaused", "ClockResumed");
        assertThat(story.state(BUDGET).course().leftAt(minute(200))).isEqualTo(Duration.ofMinutes(90));
        assertThat(story.state(BUDGET).course().dueAt()).isEqualTo(minute(290));
    }

    @Test
    void whateverElseChangesInWhatItIsItStaysWithWhoeverHasIt() {
        // When
        Story story = new Story()
                .at(0, at -> new Fact.Opened(at, Story.chosenFor("network", POLICY)))
                .at(10, to("billing"))
                .at(20, at -> new Fact.Reclassified(at, Story.chosenFor("network", POLICY)));

        // Then
        assertThat(story.kinds(BUDGET)).containsExactly("ClockStarted", "ClockPaused");
    }

    @Test
    void itIsHandedOverToATeamThatItIsNewlySaidToBeFor() {
        // When
        Story story = new Story()
                .at(0, at -> new Fact.Opened(at, Story.chosenFor("billing", POLICY)))
                .at(10, at -> new Fact.Reclassified(at, Story.chosenFor("network", POLICY)));

        // Then
        assertThat(story.state(BUDGET).course().startedAt()).isEqualTo(minute(10));
    }

    @Test
    void aTeamThatTakesTooLongBreaksItsBudgetAndTheCustomersPromiseIsAnotherMatter() {
        // When
        Story story = opened(POLICY).at(0, to("network")).until(130);

        // Then
        assertThat(story.kinds(BUDGET)).containsExactly("ClockStarted", "WarningRaised", "DeadlineBreached");
        assertThat(story.state(Metric.RESOLUTION)).isInstanceOf(ClockState.Running.class);
    }

    @Test
    void itPausesWithTheOthersAndIsKeptWhenTheRequestIsSolved() {
        // When
        Story story = opened(POLICY)
                .at(0, to("network"))
                .at(10, at -> new Fact.StatusMoved(at, RequestStatus.PENDING))
                .at(60, at -> new Fact.StatusMoved(at, RequestStatus.OPEN))
                .at(70, at -> new Fact.StatusMoved(at, RequestStatus.RESOLVED));

        // Then
        assertThat(story.state(BUDGET)).isInstanceOf(ClockState.Met.class);
        assertThat(story.state(BUDGET).course().usedAt(minute(70))).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void aRequestThatIsReopenedHasANewBudget() {
        // When
        Story story = opened(POLICY)
                .at(0, to("network"))
                .at(10, at -> new Fact.StatusMoved(at, RequestStatus.RESOLVED))
                .at(50, at -> new Fact.StatusMoved(at, RequestStatus.OPEN));

        // Then
        assertThat(story.state(BUDGET, 2).course().dueAt()).isEqualTo(minute(170));
    }

    @Test
    void aTeamThatLosesTheRequestByAFreshStartGetsNoNewBudget() {
        // Given
        Policy fresh = withBudget(Story.policy("fresh", ChangeRule.FRESH, 60, 480), "network", 120);
        Policy next = withBudget(Story.policy("next", ChangeRule.FRESH, 60, 480), "network", 60);
        Story story = opened(fresh).at(0, to("network"));

        // When
        story.at(20, at -> new Fact.Reclassified(at, Story.chosenFor("billing", next)));

        // Then
        assertThat(story.kinds(BUDGET)).containsExactly("ClockStarted", "ClockCancelled");
    }

    @Test
    void aTeamThatAFreshStartGivesABudgetHasItOnceItGetsTheRequest() {
        // Given
        Policy fresh = withBudget(Story.policy("fresh", ChangeRule.FRESH, 60, 480), "network", 120);
        Goal billings = new Goal(Duration.ofMinutes(60), List.of(), new Holder.Team("billing"));
        Policy next = Policies.like(Story.policy("next", ChangeRule.FRESH, 60, 480))
                .goal(BUDGET, billings)
                .make();
        Story story = opened(fresh).at(0, to("network"));

        // When
        story.at(20, at -> new Fact.Reclassified(at, Story.chosen(next)));

        // Then
        assertThat(story.kinds(BUDGET)).containsExactly("ClockStarted", "ClockCancelled");
        story.at(30, to("billing"));
        assertThat(story.state(BUDGET, 2).course().dueAt()).isEqualTo(minute(90));
    }
}
