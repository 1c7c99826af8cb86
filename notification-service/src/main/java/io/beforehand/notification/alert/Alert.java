package io.beforehand.notification.alert;

import io.beforehand.events.AlertLevel;
import io.beforehand.events.ClockRef;
import io.beforehand.events.Metric;
import java.time.Instant;

/**
 * A promise in danger.
 *
 * @param number the request's number, for people
 * @param count how often it was raised anew: warnings, forecast and breach
 * @param dueAt the deadline it is about
 */
public record Alert(
        String id,
        String requestId,
        String number,
        String clockId,
        Metric metric,
        AlertLevel level,
        AlertState state,
        int count,
        Instant dueAt,
        Instant raisedAt) {

    static Alert raised(String id, String requestId, String number, Danger.Rising danger, Instant now) {
        ClockRef clock = danger.clock();
        return new Alert(
                id,
                requestId,
                number,
                clock.id(),
                clock.metric(),
                danger.level(),
                new AlertState.Open(),
                1,
                danger.dueAt(),
                now);
    }

    /** What it is about, such as {@code breach:first-response}. */
    public String cause() {
        return level.wireName() + ":" + metric.name();
    }

    public boolean isResolved() {
        return state instanceof AlertState.Resolved;
    }

    /**
     * The alert with one more danger folded in. A level only rises; when it does, what was acknowledged is open again: who
     * took on a warning has not taken on a breach.
     */
    Alert risen(Danger.Rising danger) {
        boolean rises = danger.level().compareTo(level) > 0;
        boolean reopens = rises && state instanceof AlertState.Acknowledged;
        return new Alert(
                id,
                requestId,
                number,
                clockId,
                metric,
                rises ? danger.level() : level,
                reopens ? new AlertState.Open() : state,
                count + 1,
                danger.dueAt(),
                raisedAt);
    }

    Alert moved(AlertState next) {
        return new Alert(id, requestId, number, clockId, metric, level, next, count, dueAt, raisedAt);
    }
}
