package io.beforehand.intake.delivery;

import io.beforehand.events.NotificationEvent;
import io.beforehand.intake.delivery.DeliveryStore.Delivered;
import io.beforehand.messaging.IncomingEvent;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Notes what became of replies. Needs neither the order nor the sequence of events: noting the same twice changes nothing, and
 * once delivered stays delivered.
 */
@ApplicationScoped
public class DeliveryNotes {

    private final DeliveryStore store;

    DeliveryNotes(DeliveryStore store) {
        this.store = store;
    }

    public Uni<Void> hear(Transaction transaction, List<IncomingEvent> events) {
        List<Delivered> deliveries = events.stream()
                .map(incoming -> incoming.event())
                .flatMap(event -> event.event() instanceof NotificationEvent told
                        ? delivered(event.requestId(), told).stream()
                        : Optional.<Delivered>empty().stream())
                .toList();
        return store.note(transaction, deliveries);
    }

    private static Optional<Delivered> delivered(String requestId, NotificationEvent event) {
        return switch (event) {
            case NotificationEvent.ReplyDelivered told ->
                Optional.of(new Delivered(requestId, told.messageId(), "delivered", null));
            case NotificationEvent.DeliveryFailed told -> failed(requestId, told.messageId(), told.reason());
            case NotificationEvent.AcknowledgementSent _,
                    NotificationEvent.UpdateSent _,
                    NotificationEvent.AnswerSuggested _,
                    NotificationEvent.AlertRaised _,
                    NotificationEvent.AlertAcknowledged _,
                    NotificationEvent.AlertResolved _ -> Optional.empty();
        };
    }

    private static Optional<Delivered> failed(String requestId, @Nullable String messageId, String reason) {
        return messageId == null
                ? Optional.empty()
                : Optional.of(new Delivered(requestId, messageId, "failed", reason));
    }
}
