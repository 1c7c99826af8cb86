package io.beforehand.messaging.outbox;

import io.beforehand.events.StreamEvent;
import io.beforehand.messaging.Partitions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Events to be sent, stored in the transaction of the change they tell of.
 *
 * <p>Ids are given out when a transaction stores its events, which is after it locked the rows they tell of: so within a
 * request ids rise with the sequence, and reading by id keeps the order. Between requests a lower id may become visible
 * later than a higher one; the relay
 * scans again from the first now and then.
 */
@ApplicationScoped
public class Outbox {

    /** One statement a transaction, however many events. The order of the arrays is the order of the ids. */
    private static final String STORE = """
            INSERT INTO outbox (lane, request_id, seq, type, occurred_at, traceparent, payload)
            SELECT lane, request_id, seq, type, occurred_at, traceparent, payload
              FROM unnest($1::smallint[], $2::text[], $3::bigint[], $4::text[], $5::timestamptz[], $6::text[], $7::bytea[])
                   WITH ORDINALITY AS e (lane, request_id, seq, type, occurred_at, traceparent, payload, place)
             ORDER BY place""";

    private static final String READ = """
            SELECT unsent.*
              FROM unnest($1::smallint[]) AS wanted (lane),
                   LATERAL (SELECT lane, id, request_id, seq, type, occurred_at, traceparent, payload
                              FROM outbox WHERE outbox.lane = wanted.lane AND id >= $2 ORDER BY id LIMIT $3) AS unsent""";

    private static final String REMOVE = """
            DELETE FROM outbox USING unnest($1::smallint[], $2::bigint[]) AS sent (lane, id)
             WHERE outbox.lane = sent.lane AND outbox.id = sent.id""";

    private static final String OLDEST = """
            SELECT coalesce(max(extract(epoch FROM beforehand_now() - first.stored_at)), 0)::float8 AS age
              FROM generate_series(0, $1 - 1) AS lane,
                   LATERAL (SELECT stored_at FROM outbox WHERE outbox.lane = lane.lane ORDER BY id LIMIT 1) AS first""";

    private final Pool pool;
    private final Partitions partitions;

    Outbox(Pool pool, Partitions partitions) {
        this.pool = pool;
        this.partitions = partitions;
    }

    /** Stores events in the order given. */
    public Uni<Void> store(SqlConnection sql, List<StreamEvent> events) {
        return sql.preparedQuery(STORE)
                .execute(EventColumns.arrays(events, event -> partitions.of(event.requestId())))
                .replaceWithVoid();
    }

    /** A stored event and where it lies. */
    public record Unsent(int lane, long id, StoredEvent event) {}

    /** The first events of each of those lanes from that id on, each lane's in the order to be sent. */
    public Uni<List<Unsent>> read(Set<Integer> lanes, long fromId, int limitPerLane) {
        Short[] wanted = lanes.stream().map(Integer::shortValue).toArray(Short[]::new);
        return pool.preparedQuery(READ)
                .execute(Tuple.of(wanted, fromId, limitPerLane))
                .map(rows -> {
                    List<Unsent> unsent = new ArrayList<>(rows.size());
                    for (Row row : rows) {
                        unsent.add(new Unsent(row.getShort("lane"), row.getLong("id"), StoredEvent.read(row)));
                    }
                    return unsent;
                });
    }

    /** Removes what is known to be in Kafka. */
    public Uni<Void> remove(List<Unsent> sent) {
        return remove(pool, sent);
    }

    public Uni<Void> remove(SqlClient sql, List<Unsent> sent) {
        Short[] lanes = sent.stream().map(row -> (short) row.lane()).toArray(Short[]::new);
        Long[] ids = sent.stream().map(Unsent::id).toArray(Long[]::new);
        return sql.preparedQuery(REMOVE).execute(Tuple.of(lanes, ids)).replaceWithVoid();
    }

    /** How long the oldest unsent event of any lane has been waiting; zero when there is none. */
    Uni<Duration> oldestAge() {
        return pool.preparedQuery(OLDEST).execute(Tuple.of(partitions.count())).map(rows -> {
            RowIterator<Row> first = rows.iterator();
            return Duration.ofMillis((long) (first.next().getDouble("age") * 1000));
        });
    }
}
