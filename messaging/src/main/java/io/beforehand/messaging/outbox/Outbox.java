package io.beforehand.messaging.outbox;

import io.beforehand.events.Event;
import io.beforehand.events.EventCodec;
import io.beforehand.events.EventType;
import io.beforehand.events.StreamEvent;
import io.beforehand.messaging.Partitions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** The same for what goes out at a moment to come; tells the ids. */
    private static final String STORE_TIMED = """
            INSERT INTO outbox (lane, request_id, seq, type, occurred_at, traceparent, payload, release_at)
            SELECT lane, request_id, seq, type, occurred_at, traceparent, payload, release_at
              FROM unnest($1::smallint[], $2::text[], $3::bigint[], $4::text[], $5::timestamptz[], $6::text[], $7::bytea[],
                          $8::timestamptz[])
                   WITH ORDINALITY AS e (lane, request_id, seq, type, occurred_at, traceparent, payload, release_at, place)
             ORDER BY place
            RETURNING lane, id, request_id, seq, type, occurred_at, traceparent, payload, release_at""";

    private static final String TIMED = """
            SELECT lane, id, request_id, seq, type, occurred_at, traceparent, payload, release_at,
                   release_at <= beforehand_now() AS due
              FROM outbox
             WHERE lane = ANY ($1) AND release_at <= beforehand_now() + $2::bigint * interval '1 millisecond' ORDER BY id""";

    /**
     * Each of those rows by its key, whatever the planner thinks of the table: it was empty when it was last counted, and a join
     * would then go through all of it for each key.
     */
    private static final String BY_KEY = """
            unnest($1::smallint[], $2::bigint[]) AS wanted (lane, id),
                   LATERAL (SELECT outbox.ctid AS place, outbox.id, outbox.release_at FROM outbox
                             WHERE outbox.lane = wanted.lane AND outbox.id = wanted.id OFFSET 0) AS found""";

    private static final String STILL_TIMED = "SELECT found.id FROM " + BY_KEY + " WHERE found.release_at IS NOT NULL";

    private static final String REMOVE =
            "DELETE FROM outbox WHERE ctid = ANY (ARRAY(SELECT found.place FROM " + BY_KEY + "))";

    /** The others get ids of their own, higher than any that was sent. */
    private static final String REPLACE = "WITH gone AS (" + REMOVE + """
             AND release_at IS NOT NULL RETURNING lane, id, request_id, seq, occurred_at, traceparent)
            INSERT INTO outbox (lane, request_id, seq, type, occurred_at, traceparent, payload)
            SELECT gone.lane, request_id, seq, other.type, occurred_at, traceparent, other.payload
              FROM gone JOIN unnest($1::smallint[], $2::bigint[], $3::text[], $4::bytea[]) AS other (lane, id, type, payload)
                        USING (lane, id)
             ORDER BY id""";

    private static final String READ = """
            SELECT unsent.*
              FROM unnest($1::smallint[]) AS wanted (lane),
                   LATERAL (SELECT lane, id, request_id, seq, type, occurred_at, traceparent, payload
                              FROM outbox WHERE outbox.lane = wanted.lane AND id >= $2 AND release_at IS NULL
                             ORDER BY id LIMIT $3) AS unsent""";

    private static final String OLDEST = """
            SELECT greatest(0, max(extract(epoch FROM beforehand_now() - first.sendable_at)))::float8 AS age
              FROM generate_series(0, $1 - 1) AS lane,
                   LATERAL (SELECT least(
                                (SELECT stored_at FROM outbox
                                  WHERE outbox.lane = lane.lane AND release_at IS NULL ORDER BY id LIMIT 1),
                                (SELECT min(release_at) FROM outbox
                                  WHERE outbox.lane = lane.lane AND release_at IS NOT NULL)) AS sendable_at) AS first""";

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

    /**
     * Stores events that are to be sent at moments to come, in the order given.
     *
     * @param events those of a request together, all of one moment
     */
    public Uni<List<Timed>> store(SqlConnection sql, List<StreamEvent> events, List<Instant> moments) {
        OffsetDateTime[] times =
                moments.stream().map(at -> at.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
        return sql.preparedQuery(STORE_TIMED)
                .execute(EventColumns.arrays(events, event -> partitions.of(event.requestId()))
                        .addValue(times))
                .map(Outbox::timed);
    }

    /**
     * Timed events as the table has them.
     *
     * @param due those whose moment has come
     */
    public record StoredTimed(List<Timed> due, List<Timed> toCome) {}

    /** The timed events of those lanes that are to be sent until so long from now. */
    public Uni<StoredTimed> timed(Set<Integer> lanes, Duration ahead) {
        Short[] wanted = lanes.stream().map(Integer::shortValue).toArray(Short[]::new);
        return pool.preparedQuery(TIMED)
                .execute(Tuple.of(wanted, ahead.toMillis()))
                .map(rows -> {
                    Set<Long> due = new HashSet<>();
                    for (Row row : rows) {
                        if (row.getBoolean("due")) {
                            due.add(row.getLong("id"));
                        }
                    }
                    Map<Boolean, List<Timed>> byDue = timed(rows).stream()
                            .collect(Collectors.partitioningBy(each -> due.contains(each.firstId())));
                    return new StoredTimed(byDue.getOrDefault(true, List.of()), byDue.getOrDefault(false, List.of()));
                });
    }

    /** The ids of those that lie in the table and are still timed. */
    public Uni<Set<Long>> stillTimed(List<Timed> timed) {
        List<Unsent> rows = timed.stream().flatMap(each -> each.rows().stream()).toList();
        return pool.preparedQuery(STILL_TIMED)
                .execute(Tuple.of(lanes(rows), ids(rows)))
                .map(found -> {
                    Set<Long> ids = new HashSet<>();
                    found.forEach(row -> ids.add(row.getLong("id")));
                    return ids;
                });
    }

    private static List<Timed> timed(RowSet<Row> rows) {
        Map<String, List<Unsent>> byRequest = new LinkedHashMap<>();
        Map<String, Instant> moments = new HashMap<>();
        for (Row row : rows) {
            Unsent unsent = unsent(row);
            byRequest
                    .computeIfAbsent(unsent.event().requestId(), _ -> new ArrayList<>())
                    .add(unsent);
            moments.put(
                    unsent.event().requestId(),
                    row.get(OffsetDateTime.class, "release_at").toInstant());
        }
        return byRequest.entrySet().stream()
                .map(entry -> new Timed(Objects.requireNonNull(moments.get(entry.getKey())), entry.getValue()))
                .toList();
    }

    /** Puts other events in the place of timed ones, to be sent as soon as this is committed. Returns how many. One statement. */
    public Uni<Integer> replace(SqlConnection sql, Map<Unsent, Event> standIns) {
        List<Unsent> rows = List.copyOf(standIns.keySet());
        String[] types = rows.stream()
                .map(row -> EventType.nameOf(Objects.requireNonNull(standIns.get(row))))
                .toArray(String[]::new);
        Buffer[] payloads = rows.stream()
                .map(row -> Buffer.buffer(EventCodec.encode(Objects.requireNonNull(standIns.get(row)))))
                .toArray(Buffer[]::new);
        return sql.preparedQuery(REPLACE)
                .execute(Tuple.of(lanes(rows), ids(rows), types, payloads))
                .map(RowSet::rowCount);
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
                        unsent.add(unsent(row));
                    }
                    return unsent;
                });
    }

    /** Removes what is known to be in Kafka. */
    public Uni<Void> remove(List<Unsent> sent) {
        return remove(pool, sent);
    }

    public Uni<Void> remove(SqlClient sql, List<Unsent> sent) {
        return sql.preparedQuery(REMOVE)
                .execute(Tuple.of(lanes(sent), ids(sent)))
                .replaceWithVoid();
    }

    private static Unsent unsent(Row row) {
        return new Unsent(row.getShort("lane"), row.getLong("id"), StoredEvent.read(row));
    }

    private static Short[] lanes(List<Unsent> rows) {
        return rows.stream().map(row -> (short) row.lane()).toArray(Short[]::new);
    }

    private static Long[] ids(List<Unsent> rows) {
        return rows.stream().map(Unsent::id).toArray(Long[]::new);
    }

    /** How long the oldest unsent event of any lane has been waiting, a timed one from its moment on; zero when there is none. */
    Uni<Duration> oldestAge() {
        return pool.preparedQuery(OLDEST).execute(Tuple.of(partitions.count())).map(rows -> {
            RowIterator<Row> first = rows.iterator();
            return Duration.ofMillis((long) (first.next().getDouble("age") * 1000));
        });
    }
}
