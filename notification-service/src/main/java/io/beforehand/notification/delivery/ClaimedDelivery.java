package io.beforehand.notification.delivery;

import io.beforehand.events.DeliveryKind;
import io.beforehand.events.TraceContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery whose moment has come, as the table has it.
 *
 * @param attempts how many were made before
 */
public record ClaimedDelivery(
        DueDelivery due,
        String requestId,
        DeliveryKind kind,
        Recipient recipient,
        Content content,
        int attempts,
        Instant createdAt,
        @Nullable TraceContext trace) {

    public String id() {
        return due.id();
    }

    Destination destination() {
        return recipient.destination();
    }

    /** The same, now that there is something to say. */
    public ClaimedDelivery with(Content.Written written) {
        return new ClaimedDelivery(due, requestId, kind, recipient, written, attempts, createdAt, trace);
    }

    DeliveryState.Due state() {
        return attempts == 0
                ? new DeliveryState.Pending(due.dueAt())
                : new DeliveryState.Failed(due.dueAt(), attempts, "");
    }
}
