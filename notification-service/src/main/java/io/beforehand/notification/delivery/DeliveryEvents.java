package io.beforehand.notification.delivery;

import io.beforehand.events.DeliveryKind;
import io.beforehand.events.NotificationEvent;
import io.beforehand.events.NotificationEvent.AcknowledgementSent;
import io.beforehand.events.NotificationEvent.DeliveryFailed;
import io.beforehand.events.NotificationEvent.ReplyDelivered;
import io.beforehand.events.NotificationEvent.UpdateSent;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What others are told about a delivery that ended. */
final class DeliveryEvents {

    private DeliveryEvents() {}

    /**
     * A suppressed reply is told as failed, for somebody wrote it and believes it on its way; a suppressed acknowledgement
     * was promised to nobody.
     */
    static Optional<NotificationEvent> of(ClaimedDelivery delivery, DeliveryState state) {
        return switch (state) {
            case DeliveryState.Due _ -> Optional.empty();
            case DeliveryState.Sent(Instant at) -> sent(delivery, at);
            case DeliveryState.Exhausted(String why) -> Optional.of(failed(delivery, why));
            case DeliveryState.Suppressed(String why) ->
                delivery.kind() == DeliveryKind.REPLY ? Optional.of(failed(delivery, why)) : Optional.empty();
        };
    }

    private static Optional<NotificationEvent> sent(ClaimedDelivery delivery, Instant at) {
        if (!(delivery.destination() instanceof Destination.Outlet outlet)
                || !(delivery.content() instanceof Content.Written written)) {
            return Optional.empty();
        }
        return switch (delivery.kind()) {
            case ACKNOWLEDGEMENT ->
                Optional.of(new AcknowledgementSent(
                        delivery.id(), outlet.channel(), outlet.account(), at, written.expectedBy()));
            case UPDATE -> Optional.of(new UpdateSent(delivery.id(), outlet.channel(), outlet.account(), at));
            case REPLY ->
                Optional.of(new ReplyDelivered(delivery.id(), Objects.requireNonNull(written.messageId()), at));
            case ANSWER, SURVEY, ALERT -> Optional.empty();
        };
    }

    private static NotificationEvent failed(ClaimedDelivery delivery, String why) {
        @Nullable String messageId = delivery.content() instanceof Content.Written written ? written.messageId() : null;
        return new DeliveryFailed(delivery.id(), delivery.kind(), why, messageId);
    }
}
