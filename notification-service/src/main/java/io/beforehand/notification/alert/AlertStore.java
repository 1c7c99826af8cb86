package io.beforehand.notification.alert;

import io.beforehand.events.AlertLevel;
import io.beforehand.events.Metric;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.notification.alert.AlertHearing.Heard;
import io.beforehand.notification.contact.OnCall;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rows of alerts, guarded by the locks on their requests' rows, and of what on call has still to be told. */
@ApplicationScoped
class AlertStore {

    private static final String UNRESOLVED =
            "SELECT * FROM alert WHERE request_id = ANY ($1) AND state <> 'resolved' ORDER BY id";

    private static final String BY_ID = "SELECT * FROM alert WHERE id = $1";

    private static final String STORE = """
            INSERT INTO alert (id, request_id, number, clock_id, metric, level, state, state_note, count, due_at,
                               raised_at, changed_at)
            SELECT id, request_id, number, clock_id, metric, level, state, state_note, count, due_at, raised_at, $12
              FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                          $8::text[], $9::integer[], $10::timestamptz[], $11::timestamptz[])
                AS a (id, request_id, number, clock_id, metric, level, state, state_note, count, due_at, raised_at)
            ON CONFLICT (id) DO UPDATE
               SET level = excluded.level, state = excluded.state, state_note = excluded.state_note,
                   count = excluded.count, due_at = excluded.due_at, changed_at = excluded.changed_at""";

    /** A notice that is there already is locked all the same, so that no page takes it with what the alert was before. */
    private static final String TELL = """
            INSERT INTO alert_notice (contact_id, alert_id, traceparent, stored_at)
            SELECT $1, id, traceparent, $4 FROM unnest($2::text[], $3::text[]) AS n (id, traceparent) ORDER BY id
            ON CONFLICT (contact_id, alert_id) DO UPDATE SET traceparent = excluded.traceparent""";

    private static final String DROP = """
            DELETE FROM alert_notice n USING (
                   SELECT contact_id, alert_id FROM alert_notice WHERE alert_id = ANY ($1)
                    ORDER BY contact_id, alert_id FOR UPDATE) AS gone
             WHERE n.contact_id = gone.contact_id AND n.alert_id = gone.alert_id""";

    /** The unresolved alerts of requests whose rows are locked. One statement, none for an empty list. */
    Uni<List<Alert>> unresolved(Transaction transaction, Collection<String> requestIds) {
        return requestIds.isEmpty()
                ? Uni.createFrom().item(List.of())
                : transaction
                        .sql()
                        .preparedQuery(UNRESOLVED)
                        .execute(Tuple.of((Object) requestIds.toArray(String[]::new)))
                        .map(AlertStore::readAll);
    }

    Uni<Optional<Alert>> find(Transaction transaction, String id) {
        return transaction.sql().preparedQuery(BY_ID).execute(Tuple.of(id)).map(rows -> readAll(rows).stream()
                .findFirst());
    }

    /** Stores what was decided, the last decision of each alert. Up to three statements, none for an empty list. */
    Uni<Void> store(Transaction transaction, List<Heard> all) {
        Map<String, Alert> alerts = new LinkedHashMap<>();
        Map<String, Heard> told = new TreeMap<>();
        Set<String> dropped = new TreeSet<>();
        for (Heard heard : all) {
            AlertDecision decision = heard.decision();
            String id = decision.alert().id();
            alerts.put(id, decision.alert());
            switch (decision.telling()) {
                case TELL -> {
                    told.put(id, heard);
                    dropped.remove(id);
                }
                case DROP -> {
                    told.remove(id);
                    dropped.add(id);
                }
                case AS_IT_IS -> {}
            }
        }
        return put(transaction, List.copyOf(alerts.values()))
                .chain(() -> tell(transaction, told))
                .chain(() -> drop(transaction, dropped));
    }

    private static Uni<Void> put(Transaction transaction, List<Alert> alerts) {
        if (alerts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        int size = alerts.size();
        String[][] texts = new String[7][size];
        @Nullable String[] notes = new String[size];
        Integer[] counts = new Integer[size];
        OffsetDateTime[] dues = new OffsetDateTime[size];
        OffsetDateTime[] raised = new OffsetDateTime[size];
        for (int i = 0; i < size; i++) {
            Alert alert = alerts.get(i);
            List<String> values = List.of(
                    alert.id(),
                    alert.requestId(),
                    alert.number(),
                    alert.clockId(),
                    alert.metric().name(),
                    alert.level().wireName(),
                    alert.state().label());
            for (int column = 0; column < texts.length; column++) {
                texts[column][i] = values.get(column);
            }
            notes[i] = alert.state().note().orElse(null);
            counts[i] = alert.count();
            dues[i] = utc(alert.dueAt());
            raised[i] = utc(alert.raisedAt());
        }
        List<Object> columns = new ArrayList<>(List.of((Object[]) texts));
        columns.addAll(List.of(notes, counts, dues, raised, utc(transaction.now())));
        return transaction
                .sql()
                .preparedQuery(STORE)
                .execute(Tuple.from(columns))
                .replaceWithVoid();
    }

    private static Uni<Void> tell(Transaction transaction, Map<String, Heard> told) {
        if (told.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String[] ids = told.keySet().toArray(String[]::new);
        @Nullable
        String[] traces = told.values().stream()
                .map(Heard::trace)
                .map(trace -> trace == null ? null : trace.traceparent())
                .toArray(String[]::new);
        return transaction
                .sql()
                .preparedQuery(TELL)
                .execute(Tuple.of(OnCall.DEFAULT, ids, traces, utc(transaction.now())))
                .replaceWithVoid();
    }

    private static Uni<Void> drop(Transaction transaction, Set<String> dropped) {
        return dropped.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .sql()
                        .preparedQuery(DROP)
                        .execute(Tuple.of((Object) dropped.toArray(String[]::new)))
                        .replaceWithVoid();
    }

    static List<Alert> readAll(RowSet<Row> rows) {
        List<Alert> alerts = new ArrayList<>();
        for (Row row : rows) {
            alerts.add(read(row));
        }
        return alerts;
    }

    static Alert read(Row row) {
        String note = row.getString("state_note");
        return new Alert(
                row.getString("id"),
                row.getString("request_id"),
                row.getString("number"),
                row.getString("clock_id"),
                new Metric(row.getString("metric")),
                AlertLevel.of(row.getString("level")),
                AlertState.of(row.getString("state"), note == null ? "" : note),
                row.getInteger("count"),
                row.getOffsetDateTime("due_at").toInstant(),
                row.getOffsetDateTime("raised_at").toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
