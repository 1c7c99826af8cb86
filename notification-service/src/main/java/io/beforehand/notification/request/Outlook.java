package io.beforehand.notification.request;

import io.beforehand.events.Event;
import io.beforehand.events.Metric;
import io.beforehand.events.NotificationEvent;
import io.beforehand.events.RequestEvent;
import io.beforehand.events.RoutingEvent;
import io.beforehand.events.RoutingEvent.QueueMoved;
import io.beforehand.events.RoutingEvent.RequestAssigned;
import io.beforehand.events.RoutingEvent.RequestQueued;
import io.beforehand.events.RoutingEvent.RequestReleased;
import io.beforehand.events.RoutingEvent.RequestTransferred;
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

/** What a customer may be told to expect: by when, and from whom. */
public record Outlook(Promise promise, Handling handling) {

    public static final Outlook UNKNOWN = new Outlook(new Promise.Unknown(), new Handling.Unknown());

    /** Whether nothing is missing of what an acknowledgement wants to say. */
    public boolean complete() {
        return !(promise instanceof Promise.Unknown) && !(handling instanceof Handling.Unknown);
    }

    /** The outlook after one more event, whatever it is. */
    Outlook after(Event event) {
        return switch (event) {
            case RequestEvent _, NotificationEvent _ -> this;
            case RoutingEvent routing -> new Outlook(promise, handlingAfter(routing));
            case SlaEvent sla
            when sla.clock().metric().equals(Metric.FIRST_RESPONSE) -> new Outlook(promiseAfter(sla), handling);
            case SlaEvent _ -> this;
        };
    }

    private static Handling handlingAfter(RoutingEvent event) {
        return switch (event) {
            case RequestAssigned assigned -> new Handling.Owned(assigned.agentName());
            case RequestTransferred transferred -> new Handling.Owned(transferred.toAgentName());
            case RequestQueued queued -> Handling.queued(queued.position(), queued.expectedWait());
            case QueueMoved moved -> Handling.queued(moved.position(), moved.expectedWait());
            case RequestReleased _ -> new Handling.Unknown();
        };
    }

    private Promise promiseAfter(SlaEvent event) {
        return switch (event) {
            case ClockStarted started -> new Promise.By(started.dueAt());
            case ClockResumed resumed -> new Promise.By(resumed.dueAt());
            case ClockMet _, ClockCancelled _ -> new Promise.Over();
            case ClockPaused _ -> promise;
            case WarningRaised _, BreachForecast _, DeadlineBreached _, BreachEscalated _ -> promise;
            case WarningWithdrawn _, UpdateDue _, OutcomeCorrected _ -> promise;
        };
    }
}
