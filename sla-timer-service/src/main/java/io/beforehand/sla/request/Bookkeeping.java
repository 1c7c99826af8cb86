package io.beforehand.sla.request;

import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.sla.request.RequestStore.Change;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Keeps true what is counted of requests, in the transaction that changes them. */
public interface Bookkeeping {

    /** @param changes with the requests' rows locked */
    Uni<Void> keep(Transaction transaction, List<Change> changes);
}
