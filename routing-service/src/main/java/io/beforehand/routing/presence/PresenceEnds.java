package io.beforehand.routing.presence;

import io.beforehand.messaging.transaction.Failures;
import io.beforehand.messaging.transaction.Transactions;
import io.beforehand.routing.assignment.Matchmaker;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Ends presences that were set until a certain moment, at most a second after it. */
@ApplicationScoped
class PresenceEnds {

    private static final Logger LOG = Logger.getLogger(PresenceEnds.class);

    private final Transactions transactions;
    private final PresenceStore store;
    private final Matchmaker matchmaker;

    PresenceEnds(Transactions transactions, PresenceStore store, Matchmaker matchmaker) {
        this.transactions = transactions;
        this.store = store;
        this.matchmaker = matchmaker;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return transactions
                .run(store::endOverdue)
                .invoke(ended -> {
                    if (ended > 0) {
                        matchmaker.wake();
                    }
                })
                .onFailure()
                .invoke(failure -> LOG.warnf("Presences not ended failure=%s", Failures.describe(failure)))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
