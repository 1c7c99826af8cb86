package io.beforehand.events;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the SLA timer tells: a clock's life from start to verdict. */
public sealed interface SlaEvent extends Event {

    @Override
    default Owner owner() {
        return Owner.SLA;
    }

    /** Which clock. */
    ClockRef clock();

    /**
     * A promise was made.
     *
     * @param goal working time promised
     */
    record ClockStarted(
            ClockRef clock,
            Instant startedAt,
            Instant dueAt,
            Duration goal,
            String policy,
            int policyVersion,
            String calendar,
            int calendarVersion)
            implements SlaEvent {}

    /**
     * The clock stands still.
     *
     * @param remaining working time left, kept while paused
     */
    record ClockPaused(
            ClockRef clock,
            Instant pausedAt,
            Duration remaining,
            @Nullable String reason) implements SlaEvent {}

    /** The clock runs on with this deadline: after a pause, or because the deadline was counted anew. */
    record ClockResumed(ClockRef clock, Instant resumedAt, Instant dueAt) implements SlaEvent {}

    /** The promise was kept, at or before {@code dueAt}, or after a breach finally fulfilled. */
    record ClockMet(ClockRef clock, Instant metAt, Instant dueAt, boolean late) implements SlaEvent {}

    /** The clock does not count any more, as if it had never run. */
    record ClockCancelled(ClockRef clock, Instant cancelledAt, String reason) implements SlaEvent {}

    /**
     * The promise is in danger.
     *
     * @param mark which warning of the goal, such as {@code 75%} or {@code 10m before}
     * @param left time left until {@code dueAt} when it was raised
     * @param provisional raised although not everything that happened before was known yet
     */
    record WarningRaised(ClockRef clock, String mark, Instant dueAt, Duration left, boolean provisional)
            implements SlaEvent {}

    /**
     * Takes the place of a warning, or of the word that an update is due, that was ready to be told and is not: something
     * happened in time. Whoever follows the clocks has nothing to do.
     */
    record WarningWithdrawn(ClockRef clock, String mark, Instant dueAt) implements SlaEvent {}

    /**
     * The queue ahead says that the deadline will be missed.
     *
     * @param expectedAt when somebody is expected to take the request; {@code dueAt} if nothing is expected any more
     * @param withdrawn whether an earlier forecast does not hold any more
     */
    record BreachForecast(ClockRef clock, Instant dueAt, Instant expectedAt, boolean withdrawn) implements SlaEvent {}

    /**
     * The promise is broken.
     *
     * @param lateBy how long after {@code dueAt} it was noticed; more than moments only after an outage
     */
    record DeadlineBreached(ClockRef clock, Instant dueAt, Duration lateBy, boolean provisional) implements SlaEvent {}

    /**
     * The promise has been broken for so long that the policy wants it told again.
     *
     * @param level 1 for the first time, and so on
     * @param mark which escalation of the goal, such as {@code 30m after}
     * @param overdue time since {@code dueAt}
     */
    record BreachEscalated(ClockRef clock, int level, String mark, Instant dueAt, Duration overdue)
            implements SlaEvent {}

    /** The customer is owed word of progress. */
    record UpdateDue(ClockRef clock, Instant dueAt) implements SlaEvent {}

    /**
     * A late event proved a verdict wrong.
     *
     * @param from the verdict told before, {@code met}, {@code breached} or {@code running}
     * @param to the verdict that counts
     */
    record OutcomeCorrected(ClockRef clock, String from, String to, String because) implements SlaEvent {}
}
