package io.beforehand.messaging.deadletter;

import io.beforehand.events.StreamEvent;
import io.beforehand.messaging.EventListener;
import io.beforehand.messaging.IncomingEvent;
import io.beforehand.messaging.partition.Ownership;
import io.beforehand.messaging.transaction.FailureClass;
import io.beforehand.messaging.transaction.Failures;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.messaging.transaction.Transactions;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Processes again what an operator asked for, as the owner of the partition: a record goes to the service marked as filling a
 * hole, an unsent event goes back to the outbox. What fails once more stays set aside with the newer reason.
 */
@ApplicationScoped
class Replayer {

    private static final Logger LOG = Logger.getLogger(Replayer.class);
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration ATMOST = Duration.ofSeconds(15);

    private static final String REQUESTED = """
            SELECT id, partition FROM dead_letter
             WHERE state = 'replay-requested' AND partition = ANY ($1) ORDER BY id LIMIT 20""";

    private static final String LOCK = """
            SELECT origin, partition, headers, value FROM dead_letter
             WHERE id = $1 AND state = 'replay-requested' FOR UPDATE""";

    private static final String DONE = """
            UPDATE dead_letter SET state = 'replayed', replayed_at = beforehand_now() WHERE id = $1""";

    private static final String REFUSED = """
            UPDATE dead_letter SET state = 'set-aside', reason = $2 WHERE id = $1 AND state = 'replay-requested'""";

    private final Pool pool;
    private final Transactions transactions;
    private final Ownership ownership;
    private final EventListener listener;
    private final DeadLetterMetrics metrics;
    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("replayer").daemon().unstarted(task));

    Replayer(
            Pool pool,
            Transactions transactions,
            Ownership ownership,
            EventListener listener,
            DeadLetterMetrics metrics) {
        this.pool = pool;
        this.transactions = transactions;
        this.ownership = ownership;
        this.listener = listener;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        loop.scheduleWithFixedDelay(this::round, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    void drain(@Observes ShutdownDelayInitiatedEvent event) {
        loop.shutdown();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.shutdownNow();
    }

    private record Requested(long id, int partition) {}

    private void round() {
        try {
            Set<Integer> owned = ownership.owned();
            if (owned.isEmpty()) {
                return;
            }
            for (Requested requested : requested(owned)) {
                replay(requested);
            }
        } catch (RuntimeException e) {
            LOG.debugf("Replays wait failure=%s", Failures.describe(e));
        }
    }

    private List<Requested> requested(Set<Integer> owned) {
        Short[] partitions = owned.stream().map(Integer::shortValue).toArray(Short[]::new);
        List<Requested> requested = new ArrayList<>();
        for (Row row : pool.preparedQuery(REQUESTED)
                .execute(Tuple.of((Object) partitions))
                .await()
                .atMost(ATMOST)) {
            requested.add(new Requested(row.getLong("id"), row.getShort("partition")));
        }
        return requested;
    }

    private void replay(Requested requested) {
        try {
            transactions
                    .asOwner(Set.of(requested.partition()), transaction -> process(requested, transaction))
                    .await()
                    .atMost(ATMOST);
        } catch (RuntimeException e) {
            if (FailureClass.of(e) == FailureClass.DATA) {
                pool.preparedQuery(REFUSED)
                        .execute(Tuple.of(requested.id(), Failures.reason(e)))
                        .await()
                        .atMost(ATMOST);
            }
            LOG.warnf("Replay did not succeed id=%s failure=%s", requested.id(), Failures.describe(e));
        }
    }

    private Uni<Void> process(Requested requested, Transaction transaction) {
        return transaction
                .sql()
                .preparedQuery(LOCK)
                .execute(Tuple.of(requested.id()))
                .flatMap(rows -> {
                    if (rows.size() == 0) {
                        return Uni.createFrom().voidItem();
                    }
                    Row row = rows.iterator().next();
                    StreamEvent event = StoredRecord.decodeKnown(row);
                    return effect(row, requested.partition(), event, transaction)
                            .chain(() -> transaction.sql().preparedQuery(DONE).execute(Tuple.of(requested.id())))
                            .invoke(() -> transaction.afterCommit(() -> {
                                metrics.replayed();
                                LOG.infof("Event replayed id=%s", requested.id());
                            }))
                            .replaceWithVoid();
                });
    }

    private Uni<Void> effect(Row row, int partition, StreamEvent event, Transaction transaction) {
        if (row.getString("origin").equals("outbox")) {
            transaction.publish(event);
            return Uni.createFrom().voidItem();
        }
        return listener.on(List.of(new IncomingEvent(event, partition, true)), transaction);
    }
}
