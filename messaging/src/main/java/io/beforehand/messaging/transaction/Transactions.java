package io.beforehand.messaging.transaction;

import io.beforehand.messaging.outbox.Outbox;
import io.beforehand.messaging.outbox.RelaySignal;
import io.beforehand.messaging.outbox.TimedEvents;
import io.beforehand.messaging.partition.NotOwnerException;
import io.beforehand.messaging.partition.Ownership;
import io.beforehand.messaging.partition.Ownership.Hold;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Runs work in a transaction and stores what it publishes with it. Nothing is retried here: who calls decides, by {@link
 * FailureClass}.
 */
@ApplicationScoped
public class Transactions {

    private final Pool pool;
    private final Outbox outbox;
    private final TimedEvents timedEvents;
    private final RelaySignal relaySignal;
    private final Ownership ownership;

    Transactions(Pool pool, Outbox outbox, TimedEvents timedEvents, RelaySignal relaySignal, Ownership ownership) {
        this.pool = pool;
        this.outbox = outbox;
        this.timedEvents = timedEvents;
        this.relaySignal = relaySignal;
        this.ownership = ownership;
    }

    /**
     * Runs work that any replica may do, guarded by the locks on the rows it touches: what an HTTP call asks for. Costs one
     * statement for the time and one for the outbox besides the work's own.
     */
    public <T> Uni<T> run(Function<Transaction, Uni<T>> work) {
        return inTransaction(
                sql -> sql.query("SELECT beforehand_now() AS now").execute().map(rows -> rows.iterator()
                        .next()
                        .get(OffsetDateTime.class, "now")
                        .toInstant()),
                work);
    }

    /**
     * Runs work that only the partitions' owner may do. The owner rows are held in share mode to the end, so that a new
     * owner waits for this transaction and this one fails once there is a new owner.
     *
     * @return fails with {@link NotOwnerException} if any of the partitions belongs to somebody else
     */
    public <T> Uni<T> asOwner(Set<Integer> partitions, Function<Transaction, Uni<T>> work) {
        return asOwner(ownership.epochs(partitions), partitions, Hold.SHARED, work);
    }

    /** The same under epochs that were read earlier, together with what the work builds on. */
    public <T> Uni<T> asOwner(Map<Integer, Long> epochs, Function<Transaction, Uni<T>> work) {
        return asOwner(epochs, epochs.keySet(), Hold.SHARED, work);
    }

    /** The same while nothing else is done for the partition: for work that does not come in the partition's order. */
    public <T> Uni<T> alone(int partition, Function<Transaction, Uni<T>> work) {
        Set<Integer> partitions = Set.of(partition);
        return asOwner(ownership.epochs(partitions), partitions, Hold.ALONE, work);
    }

    private <T> Uni<T> asOwner(
            Map<Integer, Long> epochs, Set<Integer> partitions, Hold hold, Function<Transaction, Uni<T>> work) {
        if (!epochs.keySet().containsAll(partitions)) {
            return Uni.createFrom().failure(new NotOwnerException(missing(partitions, epochs.keySet())));
        }
        return inTransaction(sql -> ownership.hold(sql, epochs, hold), work);
    }

    /** Goes on to its end even if nobody waits for it any more, so that memory follows whatever comes of it. */
    private <T> Uni<T> inTransaction(Function<SqlConnection, Uni<Instant>> begin, Function<Transaction, Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            TimedWork timed = new TimedWork(outbox, timedEvents);
            pool.withTransaction(sql -> begin.apply(sql).flatMap(now -> {
                        Transaction transaction = new Transaction(sql, now, timed);
                        return work.apply(transaction)
                                .call(() -> store(transaction))
                                .map(result -> new Outcome<>(result, transaction));
                    }))
                    .onFailure()
                    .invoke(timed::failed)
                    .invoke(outcome -> committed(outcome.transaction()))
                    .map(Outcome::result)
                    .subscribe()
                    .with(emitter::complete, emitter::fail);
        });
    }

    private Uni<Void> store(Transaction transaction) {
        return transaction
                .timed()
                .storeStandIns(transaction.sql())
                .chain(() -> transaction.published().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : outbox.store(transaction.sql(), transaction.published()))
                .chain(() -> transaction.timed().storeTimed(transaction.sql()));
    }

    private void committed(Transaction transaction) {
        transaction.timed().committed();
        if (!transaction.published().isEmpty() || transaction.timed().wakesRelay()) {
            relaySignal.wake();
        }
        transaction.afterCommit().forEach(Runnable::run);
    }

    private static Set<Integer> missing(Set<Integer> wanted, Set<Integer> held) {
        return wanted.stream().filter(p -> !held.contains(p)).collect(Collectors.toSet());
    }

    private record Outcome<T>(T result, Transaction transaction) {}
}
