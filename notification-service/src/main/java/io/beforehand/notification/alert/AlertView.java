package io.beforehand.notification.alert;

import io.beforehand.events.AlertLevel;
import io.beforehand.events.Metric;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert as people see it.
 *
 * @param note who acknowledged or silenced it, or why it is resolved
 * @param requests the ids of the requests it is about
 * @param notifications the deliveries that told of it
 */
public record AlertView(
        String id,
        String state,
        @Nullable String note,
        String cause,
        AlertLevel level,
        int count,
        List<String> requests,
        String number,
        Metric metric,
        Instant dueAt,
        Instant raisedAt,
        List<Notification> notifications) {

    /** @param at when it was asked for */
    public record Notification(String deliveryId, String state, String at) {}

    static AlertView of(Alert alert, List<Notification> notifications) {
        return new AlertView(
                alert.id(),
                alert.state().label(),
                alert.state().note().orElse(null),
                alert.cause(),
                alert.level(),
                alert.count(),
                List.of(alert.requestId()),
                alert.number(),
                alert.metric(),
                alert.dueAt(),
                alert.raisedAt(),
                notifications);
    }
}
