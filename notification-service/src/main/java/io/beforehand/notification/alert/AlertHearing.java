package io.beforehand.notification.alert;

import io.beforehand.events.AlertLevel;
import io.beforehand.events.NotificationEvent;
import io.beforehand.events.RequestEvent;
import io.beforehand.events.RequestEvent.PageAnswered;
import io.beforehand.events.RoutingEvent;
import io.beforehand.events.SlaEvent;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.TraceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decides about the alerts of one request as its events are heard, in their order. */
final class AlertHearing {

    /** A decision and the trace of what it follows from. */
    record Heard(AlertDecision decision, @Nullable TraceContext trace) {}

    private final String requestId;
    private final String number;
    private final Supplier<String> ids;
    private final Map<String, Alert> byClock = new HashMap<>();
    private final List<Heard> decisions = new ArrayList<>();

    /**
     * @param unresolved the request's alerts that are not resolved
     * @param ids gives ids to new ones
     */
    AlertHearing(String requestId, String number, List<Alert> unresolved, Supplier<String> ids) {
        this.requestId = requestId;
        this.number = number;
        this.ids = ids;
        unresolved.forEach(alert -> byClock.put(alert.clockId(), alert));
    }

    /** Whether an event may concern an alert. */
    static boolean concerns(StreamEvent event) {
        return switch (event.event()) {
            case SlaEvent sla -> Danger.of(sla).isPresent();
            case PageAnswered _ -> true;
            case RequestEvent _, RoutingEvent _, NotificationEvent _ -> false;
        };
    }

    List<Heard> hear(List<StreamEvent> events, Instant now) {
        for (StreamEvent event : events) {
            switch (event.event()) {
                case SlaEvent sla ->
                    Danger.of(sla)
                            .flatMap(danger -> decide(danger, now))
                            .ifPresent(decision -> decided(decision, event));
                case PageAnswered answered ->
                    byClock.values().stream()
                            .filter(alert -> alert.id().equals(answered.alertId()))
                            .findFirst()
                            .map(alert -> AlertDecision.acknowledge(alert, answered.by()))
                            .ifPresent(decision -> decided(decision, event));
                case RequestEvent _, RoutingEvent _, NotificationEvent _ -> {}
            }
        }
        return decisions;
    }

    private Optional<AlertDecision> decide(Danger danger, Instant now) {
        Optional<Alert> known = Optional.ofNullable(byClock.get(danger.clock().id()));
        return switch (danger) {
            case Danger.Rising rising ->
                Optional.of(known.map(alert -> AlertDecision.rise(alert, rising))
                        .orElseGet(() -> AlertDecision.raise(ids.get(), requestId, number, rising, now)));
            case Danger.Over over -> known.map(alert -> AlertDecision.over(alert, over.reason()));
            case Danger.Withdrawn _ ->
                known.filter(alert -> alert.level() == AlertLevel.FORECAST)
                        .map(alert -> AlertDecision.over(alert, "forecast-withdrawn"));
        };
    }

    private void decided(AlertDecision decision, StreamEvent because) {
        Alert alert = decision.alert();
        if (alert.isResolved()) {
            byClock.remove(alert.clockId());
        } else {
            byClock.put(alert.clockId(), alert);
        }
        decisions.add(new Heard(decision, because.trace()));
    }
}
