package io.beforehand.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What notification tells: what reached the customer and the people on call. */
public sealed interface NotificationEvent extends Event {

    @Override
    default Owner owner() {
        return Owner.NOTIFICATIONS;
    }

    /**
     * The customer was told that the request arrived.
     *
     * @param sentAt when the channel took it
     * @param expectedBy by when the customer was told to expect an answer
     */
    record AcknowledgementSent(
            String deliveryId,
            Channel channel,
            String account,
            Instant sentAt,
            @Nullable Instant expectedBy) implements NotificationEvent {}

    /** The customer was told of progress. */
    record UpdateSent(String deliveryId, Channel channel, String account, Instant sentAt)
            implements NotificationEvent {}

    /** A reply that was posted to us for delivery reached its channel. */
    record ReplyDelivered(String deliveryId, String messageId, Instant sentAt) implements NotificationEvent {}

    /** A prepared answer fits the question. */
    record AnswerSuggested(String answerId, double confidence) implements NotificationEvent {}

    /**
     * The people on call have something to look at; once more when it gets worse.
     *
     * @param cause what the alert is about, such as {@code breach:first-response}
     */
    record AlertRaised(String alertId, String cause, AlertLevel level) implements NotificationEvent {}

    /** Somebody takes care of it. */
    record AlertAcknowledged(String alertId, String by) implements NotificationEvent {}

    /** The danger is over, or somebody says so. */
    record AlertResolved(String alertId, String reason) implements NotificationEvent {}

    /**
     * A delivery ended without reaching its recipient.
     *
     * @param reason a stable word, never the recipient's text or address
     * @param messageId the reply that was to be delivered; missing for every other kind
     */
    record DeliveryFailed(
            String deliveryId,
            DeliveryKind kind,
            String reason,
            @Nullable String messageId) implements NotificationEvent {}
}
