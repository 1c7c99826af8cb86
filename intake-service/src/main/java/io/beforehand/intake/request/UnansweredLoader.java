package io.beforehand.intake.request;

import io.beforehand.events.EventLimits;
import io.beforehand.intake.request.core.Question;
import io.beforehand.intake.request.core.Unanswered;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads what waits for an answer in requests that are to go on in others. One statement if there are any, none otherwise. */
@ApplicationScoped
class UnansweredLoader {

    /**
     * With what waits in requests that were merged into them: what was asked after an agent last answered there, or it was last over.
     * What had happened in the one before it took in another answers nothing of that. Of many questions the oldest are enough.
     */
    private static final String FIND = """
            SELECT k.id AS waiting, q.* FROM request k
              JOIN LATERAL (
                SELECT m.id, left(m.text, $2) AS text, m.occurred_at, m.received_at
                  FROM request r JOIN message m ON m.request_id = r.id AND m.direction = 'in'
                 WHERE (r.id = k.id OR r.merged_into = k.id) AND m.retracted_at IS NULL
                   AND (m.occurred_at > r.settled_at OR coalesce(r.settled_at, r.opened_at) = r.opened_at)
                   AND (r.id = k.id OR m.occurred_at > k.settled_at
                        OR coalesce(k.settled_at, k.opened_at) <= coalesce(r.merged_after, r.changed_at))
                 ORDER BY m.occurred_at, m.id LIMIT 100) AS q ON true
             WHERE k.id = ANY ($1)""";

    Uni<Map<String, Unanswered>> find(Transaction transaction, Set<String> requestIds) {
        if (requestIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return transaction
                .sql()
                .preparedQuery(FIND)
                .execute(Tuple.of(
                        requestIds.stream().map(UUID::fromString).toArray(UUID[]::new), EventLimits.MAX_TEXT + 1))
                .map(rows -> {
                    Map<String, Unanswered> unanswered = new HashMap<>();
                    requestIds.forEach(id -> unanswered.put(id, Unanswered.NOTHING));
                    for (Row row : rows) {
                        unanswered.merge(
                                row.getUUID("waiting").toString(),
                                new Unanswered(List.of(question(row))),
                                Unanswered::and);
                    }
                    return unanswered;
                });
    }

    private static Question question(Row row) {
        return new Question(
                row.getUUID("id").toString(),
                row.getString("text"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getOffsetDateTime("received_at").toInstant());
    }
}
