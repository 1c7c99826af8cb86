package io.beforehand.messaging;

import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * What a service does with the events it hears: the one bean of this type is called with each batch.
 *
 * <p>The call runs within the batch's transaction, which also moves the positions and stores what is published. It may run
 * again, with the same or with fewer events, after the transaction was rolled back; so its only effects are on the
 * transaction. A failure it signals is sorted by {@link io.beforehand.messaging.transaction.FailureClass}.
 */
public interface EventListener {

    /**
     * @param events in the order of their partitions; between topics there is no order. Never empty. The same event may
     *     come again later with the same sequence.
     */
    Uni<Void> on(List<IncomingEvent> events, Transaction transaction);
}
