package io.beforehand.messaging.deadletter;

import io.beforehand.events.StreamEvent;
import io.beforehand.messaging.transaction.Failures;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The replays that operators asked for and that nobody has done yet. */
@ApplicationScoped
public class Replays {

    private static final String REQUESTED = """
            SELECT id, partition FROM dead_letter
             WHERE state = 'replay-requested' AND partition = ANY ($1) ORDER BY id LIMIT 20""";

    private static final String CLAIM = """
            UPDATE dead_letter SET state = 'replayed', replayed_at = beforehand_now()
             WHERE id = $1 AND state = 'replay-requested' RETURNING origin, headers, value""";

    private static final String REFUSE = """
            UPDATE dead_letter SET state = 'set-aside', reason = $2 WHERE id = $1 AND state = 'replay-requested'""";

    private final Pool pool;
    private final DeadLetterMetrics metrics;

    Replays(Pool pool, DeadLetterMetrics metrics) {
        this.pool = pool;
        this.metrics = metrics;
    }

    /** A replay that was asked for. */
    public record Requested(long id, int partition) {}

    /**
     * What is to be done again.
     *
     * @param unsent whether it is one of our own events that could not be sent
     */
    public record Claimed(StreamEvent event, boolean unsent) {}

    /** Some replays for these partitions, the oldest first. */
    public Uni<List<Requested>> requested(Set<Integer> partitions) {
        Short[] wanted = partitions.stream().map(Integer::shortValue).toArray(Short[]::new);
        return pool.preparedQuery(REQUESTED).execute(Tuple.of((Object) wanted)).map(rows -> {
            List<Requested> requested = new ArrayList<>();
            for (Row row : rows) {
                requested.add(new Requested(row.getLong("id"), row.getShort("partition")));
            }
            return requested;
        });
    }

    /** Counts the replay as done if the transaction commits; empty if somebody else has done it. */
    public Uni<Optional<Claimed>> claim(Transaction transaction, Requested requested) {
        return transaction
                .sql()
                .preparedQuery(CLAIM)
                .execute(Tuple.of(requested.id()))
                .map(rows -> {
                    if (rows.size() == 0) {
                        return Optional.empty();
                    }
                    transaction.afterCommit(metrics::replayed);
                    Row row = rows.iterator().next();
                    boolean unsent = row.getString("origin").equals("outbox");
                    return Optional.of(new Claimed(StoredRecord.decodeKnown(row), unsent));
                });
    }

    /** The replay failed for what lies in the event itself; it stays set aside with the newer reason. */
    public Uni<Void> refuse(Requested requested, Throwable failure) {
        return pool.preparedQuery(REFUSE)
                .execute(Tuple.of(requested.id(), Failures.reason(failure)))
                .replaceWithVoid();
    }
}
