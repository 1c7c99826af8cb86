package io.beforehand.messaging.deadletter;

import io.beforehand.events.Owner;
import io.beforehand.messaging.outbox.StoredEvent;
import io.beforehand.messaging.transaction.Failures;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** What was set aside: records as they came, byte for byte, and outbox rows as they were. */
@ApplicationScoped
public class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private static final String INSERT = """
            INSERT INTO dead_letter (origin, topic, partition, record_offset, event_id, request_id, type, headers, value, reason)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            ON CONFLICT (topic, event_id) DO UPDATE SET
                state = 'set-aside', replayed_at = NULL, reason = excluded.reason, record_offset = excluded.record_offset""";

    private static final String LIST = """
            SELECT id, origin, topic, partition, record_offset, request_id, type, reason, state, set_aside_at, replayed_at
              FROM dead_letter WHERE id > $1 ORDER BY id LIMIT $2""";

    private static final String REQUEST = """
            UPDATE dead_letter SET state = 'replay-requested' WHERE id = $1 AND state = 'set-aside'""";

    private static final String FORGET = "DELETE FROM dead_letter WHERE request_id = ANY ($1)";

    private final Pool pool;
    private final DeadLetterMetrics metrics;

    DeadLetters(Pool pool, DeadLetterMetrics metrics) {
        this.pool = pool;
        this.metrics = metrics;
    }

    /** Sets a record aside in the transaction that moves the position past it. One statement. */
    public Uni<Void> setAside(Transaction transaction, ConsumerRecord<byte[], byte[]> message, String reason) {
        return insert(transaction, StoredRecord.of(message), reason);
    }

    /** Sets an event aside that the brokers will never take. One statement. */
    public Uni<Void> setAside(Transaction transaction, StoredEvent event, Owner owner, int lane, Throwable failure) {
        return insert(transaction, StoredRecord.of(event, owner, lane), Failures.reason(failure));
    }

    /** Lets go of what was set aside of requests, as it may hold what their customers wrote. One statement, none for no requests. */
    public Uni<Void> forget(Transaction transaction, Collection<String> requestIds) {
        return requestIds.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .sql()
                        .preparedQuery(FORGET)
                        .execute(Tuple.of((Object) requestIds.toArray(String[]::new)))
                        .replaceWithVoid();
    }

    /** What was set aside, by id, from the one after {@code after}. */
    public Uni<List<DeadLetter>> list(long after, int limit) {
        return pool.preparedQuery(LIST).execute(Tuple.of(after, limit)).map(rows -> {
            List<DeadLetter> letters = new ArrayList<>(rows.size());
            for (Row row : rows) {
                letters.add(new DeadLetter(
                        row.getLong("id"),
                        row.getString("origin"),
                        row.getString("topic"),
                        row.getShort("partition"),
                        row.getLong("record_offset"),
                        row.getString("request_id"),
                        row.getString("type"),
                        row.getString("reason"),
                        row.getString("state"),
                        instant(row, "set_aside_at"),
                        row.getOffsetDateTime("replayed_at") == null ? null : instant(row, "replayed_at")));
            }
            return letters;
        });
    }

    /** Asks the owner of the partition to process it once more. */
    public Uni<ReplayOutcome> requestReplay(long id) {
        return pool.preparedQuery(REQUEST)
                .execute(Tuple.of(id))
                .flatMap(rows -> rows.rowCount() == 1
                        ? Uni.createFrom().item(ReplayOutcome.REQUESTED)
                        : exists(id).map(exists -> exists ? ReplayOutcome.ALREADY_REPLAYED : ReplayOutcome.NOT_FOUND));
    }

    private Uni<Boolean> exists(long id) {
        return pool.preparedQuery("SELECT 1 FROM dead_letter WHERE id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 1);
    }

    private Uni<Void> insert(Transaction transaction, StoredRecord stored, String reason) {
        transaction.afterCommit(() -> {
            metrics.setAside();
            LOG.errorf(
                    "Event set aside origin=%s topic=%s partition=%s offset=%s reason=%s",
                    stored.origin(), stored.topic(), stored.partition(), stored.offset(), reason);
        });
        return transaction
                .sql()
                .preparedQuery(INSERT)
                .execute(Tuple.from(Arrays.asList(
                        stored.origin(),
                        stored.topic(),
                        (short) stored.partition(),
                        stored.offset(),
                        stored.eventId(),
                        stored.requestId(),
                        stored.type(),
                        stored.headers(),
                        stored.value(),
                        reason)))
                .replaceWithVoid();
    }

    private static Instant instant(Row row, String column) {
        return row.get(OffsetDateTime.class, column).toInstant();
    }
}
