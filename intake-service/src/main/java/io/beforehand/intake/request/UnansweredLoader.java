package io.beforehand.intake.request;

import io.beforehand.intake.request.core.Unanswered;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads what waits for an answer in requests that are to go on in others. One statement if there are any, none otherwise. */
@ApplicationScoped
class UnansweredLoader {

    /** With what waits in requests that were merged into them. A bot's answer is none. */
    private static final String FIND = """
            SELECT DISTINCT ON (k.id) k.id AS waiting, m.id, m.text, m.occurred_at, m.received_at
              FROM unnest($1::uuid[]) AS k (id)
              JOIN request r ON r.id = k.id OR r.merged_into = k.id
              JOIN message m ON m.request_id = r.id AND m.direction = 'in'
             WHERE m.retracted_at IS NULL AND NOT EXISTS (
                SELECT FROM message a
                 WHERE a.request_id IN (m.request_id, k.id) AND a.direction = 'out' AND a.author_kind = 'agent'
                   AND a.occurred_at >= m.occurred_at)
             ORDER BY k.id, m.occurred_at, m.id""";

    Uni<Map<String, Unanswered>> find(Transaction transaction, Set<String> requestIds) {
        if (requestIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return transaction
                .sql()
                .preparedQuery(FIND)
                .execute(Tuple.of(
                        (Object) requestIds.stream().map(UUID::fromString).toArray(UUID[]::new)))
                .map(rows -> {
                    Map<String, Unanswered> unanswered = new HashMap<>();
                    for (Row row : rows) {
                        unanswered.put(
                                row.getUUID("waiting").toString(),
                                new Unanswered(
                                        row.getUUID("id").toString(),
                                        row.getString("text"),
                                        row.getOffsetDateTime("occurred_at").toInstant(),
                                        row.getOffsetDateTime("received_at").toInstant()));
                    }
                    return unanswered;
                });
    }
}
