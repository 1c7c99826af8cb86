package io.beforehand.sla.waiver;

import io.beforehand.events.ClockRef;
import io.beforehand.events.Metric;
import io.beforehand.sla.waiver.Waiver.Decision;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of waivers, one statement each. */
@ApplicationScoped
public class WaiverRows {

    private static final String COLUMNS =
            "id, request_id, metric, cycle, state, asked_by, reason, asked_at, decided_by, decided_at";

    /** Locks the request, as everybody does who changes its clocks. */
    private static final String STATE = """
            SELECT c.state FROM request r LEFT JOIN clock c ON c.request_id = r.id AND c.metric = $2 AND c.cycle = $3
             WHERE r.id = $1 FOR UPDATE OF r""";

    private static final String ASK = """
            INSERT INTO waiver (request_id, metric, cycle, state, asked_by, reason, asked_at)
            VALUES ($1, $2, $3, 'pending', $4, $5, $6)
            ON CONFLICT (request_id, metric, cycle) WHERE state <> 'rejected' DO NOTHING""";

    private static final String LATEST = "SELECT " + COLUMNS
            + " FROM waiver WHERE request_id = $1 AND metric = $2 AND cycle = $3 ORDER BY id DESC LIMIT 1 FOR UPDATE";

    private static final String DECIDE = "UPDATE waiver SET state = $2, decided_by = $3, decided_at = $4 WHERE id = $1";

    private static final String OF_REQUEST = "SELECT DISTINCT ON (metric, cycle) " + COLUMNS
            + " FROM waiver WHERE request_id = $1 ORDER BY metric, cycle, id DESC";

    private static final String OF_STATE =
            "SELECT " + COLUMNS + " FROM waiver WHERE state = $1 AND id > $2 ORDER BY id LIMIT $3";

    /** How a clock stands, as far as a waiver is concerned. */
    enum Standing {
        REQUEST_UNKNOWN,
        CLOCK_UNKNOWN,
        BREACHED,
        NOT_BREACHED
    }

    /** A waiver and the number of its row. */
    record Stored(long id, Waiver waiver) {}

    Uni<Standing> lock(SqlClient sql, ClockRef clock) {
        return sql.preparedQuery(STATE).execute(key(clock)).map(rows -> {
            if (rows.size() == 0) {
                return Standing.REQUEST_UNKNOWN;
            }
            String state = rows.iterator().next().getString("state");
            return state == null
                    ? Standing.CLOCK_UNKNOWN
                    : state.equals("breached") ? Standing.BREACHED : Standing.NOT_BREACHED;
        });
    }

    /** @return false if the clock has a waiver that waits or was approved */
    Uni<Boolean> add(SqlClient sql, Waiver waiver) {
        return sql.preparedQuery(ASK)
                .execute(key(waiver.clock())
                        .addString(waiver.by().name())
                        .addString(waiver.reason())
                        .addOffsetDateTime(waiver.at().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount() == 1);
    }

    /** The clock's latest waiver, locked. */
    Uni<Optional<Stored>> latest(SqlClient sql, ClockRef clock) {
        return sql.preparedQuery(LATEST).execute(key(clock)).map(rows -> read(rows).stream()
                .findFirst());
    }

    Uni<Void> decided(SqlClient sql, long id, Decision decision) {
        Person by;
        Instant at;
        switch (decision) {
            case Decision.Pending() -> throw new IllegalArgumentException("nothing was decided");
            case Decision.Approved(Person person, Instant moment) -> {
                by = person;
                at = moment;
            }
            case Decision.Rejected(Person person, Instant moment) -> {
                by = person;
                at = moment;
            }
        }
        return sql.preparedQuery(DECIDE)
                .execute(Tuple.of(id, decision.wireName(), by.name(), at.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** The latest waiver of each clock of the request that has any. */
    public Uni<Map<ClockRef, Waiver>> of(SqlClient sql, String requestId) {
        return sql.preparedQuery(OF_REQUEST).execute(Tuple.of(requestId)).map(rows -> {
            Map<ClockRef, Waiver> waivers = new HashMap<>();
            read(rows).forEach(stored -> waivers.put(stored.waiver().clock(), stored.waiver()));
            return waivers;
        });
    }

    /** Those in that state, oldest first. */
    Uni<List<Stored>> in(SqlClient sql, String state, long after, int limit) {
        return sql.preparedQuery(OF_STATE)
                .execute(Tuple.of(state, after, limit))
                .map(WaiverRows::read);
    }

    private static Tuple key(ClockRef clock) {
        return Tuple.of(clock.requestId(), clock.metric().name(), clock.cycle());
    }

    private static List<Stored> read(RowSet<Row> rows) {
        List<Stored> waivers = new ArrayList<>();
        for (Row row : rows) {
            ClockRef clock = ClockRef.of(
                    row.getString("request_id"), new Metric(row.getString("metric")), row.getInteger("cycle"));
            waivers.add(new Stored(
                    row.getLong("id"),
                    new Waiver(
                            clock,
                            new Person(row.getString("asked_by")),
                            row.getString("reason"),
                            instant(row, "asked_at"),
                            decision(row))));
        }
        return waivers;
    }

    private static Decision decision(Row row) {
        return switch (row.getString("state")) {
            case "pending" -> new Decision.Pending();
            case "approved" ->
                new Decision.Approved(new Person(row.getString("decided_by")), instant(row, "decided_at"));
            case "rejected" ->
                new Decision.Rejected(new Person(row.getString("decided_by")), instant(row, "decided_at"));
            default -> throw new IllegalStateException("unknown state of a waiver");
        };
    }

    private static Instant instant(Row row, String column) {
        return row.get(OffsetDateTime.class, column).toInstant();
    }
}
