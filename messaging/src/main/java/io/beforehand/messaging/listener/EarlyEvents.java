package io.beforehand.messaging.listener;

import io.beforehand.events.Owner;
import io.beforehand.events.StreamEvent;
import io.beforehand.messaging.outbox.EventColumns;
import io.beforehand.messaging.outbox.StoredEvent;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Events that came before the opening of their request, kept until it comes: between topics there is no order. */
@ApplicationScoped
class EarlyEvents {

    private static final String KEEP = """
            INSERT INTO early_event (owner, request_id, seq, type, occurred_at, traceparent, payload)
            SELECT * FROM unnest($1::smallint[], $2::text[], $3::bigint[], $4::text[], $5::timestamptz[], $6::text[], $7::bytea[])
            ON CONFLICT DO NOTHING""";

    private static final String TAKE = """
            DELETE FROM early_event WHERE request_id = ANY ($1)
            RETURNING owner, request_id, seq, type, occurred_at, traceparent, payload""";

    /** One statement, none when there is nothing to keep. */
    Uni<Void> keep(Transaction transaction, List<StreamEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .sql()
                .preparedQuery(KEEP)
                .execute(EventColumns.arrays(events, event -> event.owner().rank()))
                .replaceWithVoid();
    }

    /** Removes and returns what was kept for these requests. One statement, none without requests. */
    Uni<Map<String, List<StreamEvent>>> take(Transaction transaction, List<String> requestIds) {
        if (requestIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return transaction
                .sql()
                .preparedQuery(TAKE)
                .execute(Tuple.of((Object) requestIds.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, List<StreamEvent>> kept = new HashMap<>();
                    for (Row row : rows) {
                        Owner owner = Owner.ofRank(row.getShort("owner"));
                        StreamEvent event = StoredEvent.read(row).decode(owner);
                        kept.computeIfAbsent(event.requestId(), _ -> new ArrayList<>())
                                .add(event);
                    }
                    return kept;
                });
    }
}
