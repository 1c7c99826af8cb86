package io.beforehand.notification.alert;

import io.beforehand.events.AlertLevel;
import io.beforehand.events.NotificationEvent;
import io.beforehand.events.NotificationEvent.AlertAcknowledged;
import io.beforehand.events.NotificationEvent.AlertRaised;
import io.beforehand.events.NotificationEvent.AlertResolved;
import java.time.Instant;
import java.util.List;

/**
 * What is to be done about an alert.
 *
 * @param alert as it is now
 * @param telling whether on call has to hear of it
 */
public record AlertDecision(Alert alert, Telling telling, List<NotificationEvent> events) {

    /** Whether on call has to hear of an alert. */
    public enum Telling {
        /** It goes into the next notification. */
        TELL,
        /** What was going to be told stays so. */
        AS_IT_IS,
        /** What was going to be told is not any more: somebody knows, or there is nothing left to know. */
        DROP
    }

    public AlertDecision {
        events = List.copyOf(events);
    }

    /** The first danger of a clock. */
    static AlertDecision raise(String id, String requestId, String number, Danger.Rising danger, Instant now) {
        Alert alert = Alert.raised(id, requestId, number, danger, now);
        return new AlertDecision(alert, Telling.TELL, List.of(raised(alert)));
    }

    /** A further danger of a clock whose alert is not resolved. */
    static AlertDecision rise(Alert alert, Danger.Rising danger) {
        Alert risen = alert.risen(danger);
        boolean higher = risen.level() != alert.level();
        return new AlertDecision(
                risen,
                risen.state() instanceof AlertState.Open ? Telling.TELL : Telling.AS_IT_IS,
                higher ? List.of(raised(risen)) : List.of());
    }

    /** The danger is over. A broken promise is told all the same if it was going to be; a mere danger is not. */
    static AlertDecision over(Alert alert, String reason) {
        return new AlertDecision(
                alert.moved(new AlertState.Resolved(reason)),
                alert.level() == AlertLevel.BREACH ? Telling.AS_IT_IS : Telling.DROP,
                List.of(new AlertResolved(alert.id(), reason)));
    }

    /** Somebody takes care of it; saying so twice changes nothing. */
    static AlertDecision acknowledge(Alert alert, String by) {
        return switch (alert.state()) {
            case AlertState.Open _, AlertState.Silenced _ ->
                new AlertDecision(
                        alert.moved(new AlertState.Acknowledged(by)),
                        Telling.DROP,
                        List.of(new AlertAcknowledged(alert.id(), by)));
            case AlertState.Acknowledged _, AlertState.Resolved _ -> unchanged(alert);
        };
    }

    /** Nobody wants to hear of it again; a resolved one is silent already. */
    static AlertDecision silence(Alert alert, String by) {
        return alert.isResolved()
                ? unchanged(alert)
                : new AlertDecision(alert.moved(new AlertState.Silenced(by)), Telling.DROP, List.of());
    }

    /** Somebody says that it is over. */
    static AlertDecision resolve(Alert alert, String by) {
        return alert.isResolved()
                ? unchanged(alert)
                : new AlertDecision(
                        alert.moved(new AlertState.Resolved(by)),
                        Telling.DROP,
                        List.of(new AlertResolved(alert.id(), by)));
    }

    private static AlertDecision unchanged(Alert alert) {
        return new AlertDecision(alert, Telling.AS_IT_IS, List.of());
    }

    private static NotificationEvent raised(Alert alert) {
        return new AlertRaised(alert.id(), alert.cause(), alert.level());
    }
}
