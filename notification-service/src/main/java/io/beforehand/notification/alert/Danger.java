package io.beforehand.notification.alert;

import io.beforehand.events.AlertLevel;
import io.beforehand.events.ClockRef;
import io.beforehand.events.SlaEvent;
import io.beforehand.events.SlaEvent.BreachEscalated;
import io.beforehand.events.SlaEvent.BreachForecast;
import io.beforehand.events.SlaEvent.ClockCancelled;
import io.beforehand.events.SlaEvent.ClockMet;
import io.beforehand.events.SlaEvent.ClockPaused;
import io.beforehand.events.SlaEvent.ClockResumed;
import io.beforehand.events.SlaEvent.ClockStarted;
import io.beforehand.events.SlaEvent.DeadlineBreached;
import io.beforehand.events.SlaEvent.OutcomeCorrected;
import io.beforehand.events.SlaEvent.UpdateDue;
import io.beforehand.events.SlaEvent.WarningRaised;
import io.beforehand.events.SlaEvent.WarningWithdrawn;
import java.time.Instant;
import java.util.Optional;

/** What an event of the SLA timer means for the people on call. */
public sealed interface Danger {

    ClockRef clock();

    /** The promise is in danger, or broken. */
    record Rising(ClockRef clock, AlertLevel level, Instant dueAt) implements Danger {}

    /** The danger is over.
     *
     * @param reason a stable word
     */
    record Over(ClockRef clock, String reason) implements Danger {}

    /** A forecast was withdrawn; a breach that happened since is none the less one. */
    record Withdrawn(ClockRef clock) implements Danger {}

    /** The danger in the event, if it tells of one. A correction to {@code breached} is history and alarms nobody. */
    static Optional<Danger> of(SlaEvent event) {
        ClockRef clock = event.clock();
        return switch (event) {
            case WarningRaised warning -> Optional.of(new Rising(clock, AlertLevel.WARNING, warning.dueAt()));
            case BreachForecast forecast when forecast.withdrawn() -> Optional.of(new Withdrawn(clock));
            case BreachForecast forecast -> Optional.of(new Rising(clock, AlertLevel.FORECAST, forecast.dueAt()));
            case DeadlineBreached breach -> Optional.of(new Rising(clock, AlertLevel.BREACH, breach.dueAt()));
            case BreachEscalated escalated -> Optional.of(new Rising(clock, AlertLevel.BREACH, escalated.dueAt()));
            case ClockMet _ -> Optional.of(new Over(clock, "clock-met"));
            case ClockCancelled _ -> Optional.of(new Over(clock, "clock-cancelled"));
            case OutcomeCorrected corrected
            when !corrected.to().equals("breached") -> Optional.of(new Over(clock, "outcome-corrected"));
            case OutcomeCorrected _, ClockStarted _, ClockPaused _, ClockResumed _ -> Optional.empty();
            case UpdateDue _, WarningWithdrawn _ -> Optional.empty();
        };
    }
}
