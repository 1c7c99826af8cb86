package io.beforehand.http;

import io.beforehand.messaging.EventListener;
import io.beforehand.messaging.IncomingEvent;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A listener for an application that only serves HTTP. */
@ApplicationScoped
class NothingToDo implements EventListener {

    @Override
    public Uni<Void> on(List<IncomingEvent> events, Transaction transaction) {
        return Uni.createFrom().voidItem();
    }
}
