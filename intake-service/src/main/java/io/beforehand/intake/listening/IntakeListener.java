package io.beforehand.intake.listening;

import io.beforehand.intake.delivery.DeliveryNotes;
import io.beforehand.intake.waiting.WaitNotes;
import io.beforehand.messaging.EventListener;
import io.beforehand.messaging.IncomingEvent;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Hands what is heard to those whom it concerns. */
@ApplicationScoped
class IntakeListener implements EventListener {

    private final DeliveryNotes deliveries;
    private final WaitNotes waits;

    IntakeListener(DeliveryNotes deliveries, WaitNotes waits) {
        this.deliveries = deliveries;
        this.waits = waits;
    }

    @Override
    public Uni<Void> on(List<IncomingEvent> events, Transaction transaction) {
        return deliveries.hear(transaction, events).chain(() -> waits.hear(transaction, events));
    }
}
