package io.beforehand.messaging.listener;

import io.beforehand.events.StreamProgress;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/**
 * A service's state of requests, one row each.
 *
 * @param <S> the state
 */
public interface RequestRows<S> {

    /** Locks and reads the rows of those requests that are known, in the order given, which is the order of their ids. */
    Uni<Map<String, S>> lock(Transaction transaction, List<String> requestIds);

    /** How far the row has come in each owner's stream. */
    StreamProgress progress(S state);
}
