package io.beforehand.sla.clock;

import static io.beforehand.events.Metric.UPDATE;
import static io.beforehand.sla.clock.Story.minute;
import static io.beforehand.sla.clock.Story.opened;
import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.ClockRef;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.SlaEvent;
import io.beforehand.sla.policy.ChangeRule;
import io.beforehand.sla.policy.Policies;
import io.beforehand.sla.policy.Policy;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** These customers are promised to hear of progress every hour: at minute 54 of each the next word is due to be sent. */
class UpdateDutyTest {

    private static final Policy HOURLY = hourly();

    @Test
    void wordOfProgressIsDueBeforeThePromiseIsBrokenAndOnceInACycle() {
        // When
        Story story = opened(HOURLY).until(59);

        // Then
        assertThat(story.told(UPDATE))
                .containsSubsequence(new SlaEvent.UpdateDue(ClockRef.of("r1", UPDATE, 1), minute(60)))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("ClockStarted", "UpdateDue");
    }

    @Test
    void whoHeardIsOwedTheNextWordAnHourLater() {
        // When
        Story story = opened(HOURLY).at(30, Fact.Updated::new).until(89);

        // Then
        assertThat(story.state(UPDATE, 1)).isInstanceOf(ClockState.Met.class);
        assertThat(story.clocks()
                        .find(ClockRef.of("r1", UPDATE, 2))
                        .orElseThrow()
                        .course()
                        .dueAt())
                .isEqualTo(minute(90));
        assertThat(story.kinds(UPDATE)).containsExactly("ClockStarted", "ClockMet", "ClockStarted", "UpdateDue");
    }

    @Test
    void aCustomerWhoLeftUsWaitingIsOwedNothingMeanwhile() {
        // When
        Story story = opened(HOURLY)
                .at(50, at -> new Fact.StatusMoved(at, RequestStatus.PENDING))
                .until(300);

        // Then
        assertThat(story.kinds(UPDATE)).containsExactly("ClockStarted", "ClockPaused");
    }

    @Test
    void afterAnOutageTheBrokenPromiseIsToldAndNotTheReminder() {
        // When
        Story story = opened(HOURLY).wakes(61);

        // Then
        assertThat(story.kinds(UPDATE)).containsExactly("ClockStarted", "DeadlineBreached");
    }

    private static Policy hourly() {
        Policy plain = Story.policy("hourly", ChangeRule.RECOMPUTE, 600, 900);
        return Policies.like(plain)
                .goals(Map.of(UPDATE, Story.goal(60, "update-due")))
                .make();
    }
}
