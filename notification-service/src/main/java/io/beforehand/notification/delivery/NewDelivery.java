package io.beforehand.notification.delivery;

import io.beforehand.events.DeliveryKind;
import io.beforehand.events.TraceContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery to be stored.
 *
 * @param id what receivers tell copies by; the same whenever the same delivery is asked for
 * @param partition where its request lives; its owner delivers
 * @param dueAt when to attempt it first
 */
public record NewDelivery(
        String id,
        String requestId,
        int partition,
        DeliveryKind kind,
        Route route,
        Content content,
        Instant dueAt,
        @Nullable TraceContext trace) {

    DueDelivery due() {
        return new DueDelivery(id, partition, route.destination().key(), dueAt);
    }
}
