package io.beforehand.sla.clock;

import static io.beforehand.events.Metric.FIRST_RESPONSE;
import static io.beforehand.events.Metric.NEXT_RESPONSE;
import static io.beforehand.sla.clock.Story.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.ClockRef;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.SlaEvent.ClockPaused;
import io.beforehand.events.SlaEvent.ClockResumed;
import io.beforehand.events.SlaEvent.DeadlineBreached;
import io.beforehand.events.SlaEvent.WarningRaised;
import io.beforehand.sla.clock.ClockState.Paused;
import io.beforehand.sla.policy.ChangeRule;
import io.beforehand.sla.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Clocks by a calendar: open from nine, when the stories begin, to ten and from ten past ten to eleven, every day. */
class OfficeHoursTest {

    private static final ClockRef FIRST = ClockRef.of("r1", FIRST_RESPONSE, 1);

    /** Eleven o'clock on the next day, in minutes after nine. */
    private static final int NEXT_DAY = 24 * 60;

    /** First response in 100 minutes of working time, with warnings at 50%, 75% and 10 minutes before. */
    private static final Policy OFFICE =
            Calendars.under(Story.policy("office", ChangeRule.RECOMPUTE, 100, 480), Calendars.OFFICE);

    @Test
    void aShareOfTheGoalIsAShareOfWorkingTime() {
        Story story = Story.opened(OFFICE).until(NEXT_DAY);

        assertThat(story.told(FIRST_RESPONSE).subList(1, 5))
                .containsExactly(
                        new WarningRaised(FIRST, "50%", minute(110), Duration.ofMinutes(60), false),
                        new WarningRaised(FIRST, "75%", minute(110), Duration.ofMinutes(25), false),
                        new WarningRaised(FIRST, "10m before", minute(110), Duration.ofMinutes(10), false),
                        new DeadlineBreached(FIRST, minute(110), Duration.ZERO, false));
    }

    @Test
    void aPauseOverClosingTimeKeepsWhatIsLeftOfWorkingTime() {
        Story story = Story.opened(OFFICE)
                .at(40, moved(RequestStatus.PENDING))
                .until(500)
                .at(NEXT_DAY + 30, moved(RequestStatus.OPEN));

        assertThat(story.told(FIRST_RESPONSE))
                .endsWith(
                        new ClockPaused(FIRST, minute(40), Duration.ofMinutes(60), "pending"),
                        new ClockResumed(FIRST, minute(NEXT_DAY + 30), minute(NEXT_DAY + 100)));
    }

    @Test
    void aPauseWhileItIsClosedChangesNoDeadline() {
        Story story = Story.opened(OFFICE).at(62, moved(RequestStatus.PENDING)).at(68, moved(RequestStatus.OPEN));

        assertThat(story.told(FIRST_RESPONSE))
                .endsWith(
                        new ClockPaused(FIRST, minute(62), Duration.ofMinutes(40), "pending"),
                        new ClockResumed(FIRST, minute(68), minute(110)));
    }

    @Test
    void aPauseThatBeginsAfterADeadlineAtClosingChangesNothing() {
        Policy untilClosing = Calendars.under(Story.policy("closing", ChangeRule.RECOMPUTE, 60, 480), Calendars.OFFICE);
        Story story =
                Story.opened(untilClosing).at(60, moved(RequestStatus.PENDING)).wakes(65);

        assertThat(story.told(FIRST_RESPONSE))
                .last()
                .isEqualTo(new DeadlineBreached(FIRST, minute(60), Duration.ofMinutes(5), false));
    }

    @Test
    void whatStartsWhileItIsClosedIsDueAfterItOpens() {
        Story story = Story.opened(OFFICE).at(10, Fact.Replied::new).at(125, Fact.CustomerWrote::new);

        assertThat(story.state(NEXT_RESPONSE).course().dueAt()).isEqualTo(minute(NEXT_DAY + 110));
        assertThat(story.state(NEXT_RESPONSE).course().usedAt(minute(NEXT_DAY))).isZero();
    }

    @Test
    void aClockThatStartsOnHoldStandsStillFromTheStart() {
        Policy onHold = Calendars.pausingOn(OFFICE, RequestStatus.ON_HOLD);
        Story story = Story.opened(onHold)
                .at(10, Fact.Replied::new)
                .at(20, moved(RequestStatus.ON_HOLD))
                .at(30, Fact.CustomerWrote::new);

        assertThat(story.kinds(NEXT_RESPONSE)).containsExactly("ClockStarted", "ClockPaused");
        assertThat(story.state(NEXT_RESPONSE)).isInstanceOf(Paused.class);
        assertThat(story.at(40, moved(RequestStatus.OPEN)).told(NEXT_RESPONSE))
                .last()
                .isEqualTo(new ClockResumed(ClockRef.of("r1", NEXT_RESPONSE, 1), minute(40), minute(NEXT_DAY + 30)));
    }

    @Test
    void theCustomerForWhomARequestWaitedSetsItsClockGoingAsHeWrites() {
        Story story = Story.opened(OFFICE)
                .at(10, Fact.Replied::new)
                .at(20, moved(RequestStatus.PENDING))
                .at(30, Fact.CustomerWrote::new)
                .at(30, moved(RequestStatus.OPEN));

        assertThat(story.kinds(NEXT_RESPONSE)).containsExactly("ClockStarted");
    }

    @Test
    void aCalendarThatRunsDryPutsTheDeadlineTenYearsOff() {
        Policy once = Calendars.under(OFFICE, Calendars.only(LocalDate.parse("2026-03-02"), "09:00", "10:00"));
        Story story = Story.opened(once).until(NEXT_DAY);

        assertThat(story.state(FIRST_RESPONSE).course().dueAt())
                .isEqualTo(minute(0).plus(Duration.ofDays(3653)));
        assertThat(story.kinds(FIRST_RESPONSE)).isEqualTo(List.of("ClockStarted", "WarningRaised"));
    }

    private static Function<Instant, Fact> moved(RequestStatus to) {
        return at -> new Fact.StatusMoved(at, to);
    }
}
