package io.beforehand.messaging.listener;

import io.beforehand.events.RequestEvent.CustomerForgotten;
import io.beforehand.messaging.IncomingEvent;
import io.beforehand.messaging.deadletter.DeadLetters;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Lets go of what is kept of requests beside the service's own tables once their customers are to be forgotten: events that
 * were set aside, and such as came before the opening. A place in a stream that can never be filled any more stays a hole.
 */
@ApplicationScoped
class Forgetting {

    private final DeadLetters deadLetters;
    private final EarlyEvents earlyEvents;

    Forgetting(DeadLetters deadLetters, EarlyEvents earlyEvents) {
        this.deadLetters = deadLetters;
        this.earlyEvents = earlyEvents;
    }

    /** Two statements if a customer is to be forgotten, none otherwise. */
    Uni<Void> after(List<IncomingEvent> events, Transaction transaction) {
        List<String> requestIds = events.stream()
                .map(IncomingEvent::event)
                .filter(event -> event.event() instanceof CustomerForgotten)
                .map(event -> event.requestId())
                .distinct()
                .toList();
        return deadLetters
                .forget(transaction, requestIds)
                .chain(() -> earlyEvents.take(transaction, requestIds))
                .replaceWithVoid();
    }
}
