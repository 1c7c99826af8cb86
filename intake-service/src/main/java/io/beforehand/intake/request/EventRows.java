package io.beforehand.intake.request;

import io.beforehand.intake.request.core.EventKey;
import io.beforehand.intake.request.core.Fingerprint;
import io.beforehand.intake.request.core.Known.Received;
import io.beforehand.intake.request.core.Outcome;
import io.beforehand.intake.request.core.Receipt;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events that were accepted: one statement to read those of a batch, one to store them. */
@ApplicationScoped
class EventRows {

    private static final String READ = """
            SELECT e.source, e.id, e.fingerprint, e.outcome, e.request_id, e.message_id
              FROM received_event e
              JOIN unnest($1::text[], $2::text[]) AS k (source, id) USING (source, id)""";

    private static final String STORE = """
            INSERT INTO received_event (source, id, fingerprint, outcome, request_id, message_id, received_at)
            SELECT k.*, $7::timestamptz FROM unnest($1::text[], $2::text[], $3::bytea[], $4::text[], $5::uuid[], $6::uuid[])
                AS k (source, id, fingerprint, outcome, request_id, message_id)
             ORDER BY source, id""";

    Uni<Map<EventKey, Received>> read(Transaction transaction, Set<EventKey> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Columns<EventKey> columns = Columns.of(keys);
        return transaction
                .sql()
                .preparedQuery(READ)
                .execute(Tuple.of(columns.texts(EventKey::source), columns.texts(EventKey::id)))
                .map(rows -> {
                    Map<EventKey, Received> events = new HashMap<>();
                    for (Row row : rows) {
                        events.put(new EventKey(row.getString("source"), row.getString("id")), received(row));
                    }
                    return events;
                });
    }

    Uni<Void> store(Transaction transaction, Map<EventKey, Received> received) {
        if (received.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Columns<EventKey> keys = Columns.of(received.keySet());
        Columns<Received> values = Columns.of(received.values());
        return transaction
                .sql()
                .preparedQuery(STORE)
                .execute(Tuple.from(Arrays.asList(
                        keys.texts(EventKey::source),
                        keys.texts(EventKey::id),
                        values.column(r -> Buffer.buffer(r.fingerprint().bytes()), Buffer[]::new),
                        values.texts(r -> r.receipt().outcome().wireName()),
                        values.ids(r -> r.receipt().requestId()),
                        values.ids(r -> r.receipt().messageId()),
                        transaction.now().atOffset(ZoneOffset.UTC))))
                .replaceWithVoid();
    }

    private static Received received(Row row) {
        return new Received(
                new Fingerprint(row.getBuffer("fingerprint").getBytes()),
                new Receipt(
                        Outcome.of(row.getString("outcome")),
                        text(row.getUUID("request_id")),
                        text(row.getUUID("message_id"))));
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : Objects.toString(id);
    }
}
