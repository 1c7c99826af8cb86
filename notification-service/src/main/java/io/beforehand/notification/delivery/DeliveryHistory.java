package io.beforehand.notification.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was and will be delivered about a request. */
@ApplicationScoped
class DeliveryHistory {

    /** The deliveries about the request itself, and the pages that told of its alerts along with others. */
    private static final String OF_REQUEST = """
            SELECT d.*
              FROM request r
              LEFT JOIN delivery d
                ON d.request_id = r.id
                OR d.id IN (SELECT p.delivery_id FROM alert a JOIN alert_page p ON p.alert_id = a.id
                             WHERE a.request_id = r.id)
             WHERE r.id = $1
             ORDER BY d.created_at, d.kind <> 'acknowledgement', d.id
             LIMIT 1000""";

    /** As people see a delivery. */
    record DeliveryView(
            String id,
            String kind,
            String channel,
            String address,
            String state,
            @Nullable String reason,
            List<AttemptView> attempts,
            Instant createdAt,
            @Nullable Instant sentAt) {}

    /** @param outcome {@code accepted}, or a stable word for what went wrong */
    record AttemptView(String at, String outcome) {}

    private final Pool pool;

    DeliveryHistory(Pool pool) {
        this.pool = pool;
    }

    /** Oldest first, the acknowledgement first of what was asked for together; empty when there is no such request. One statement. */
    Uni<Optional<List<DeliveryView>>> of(String requestId) {
        return pool.preparedQuery(OF_REQUEST).execute(Tuple.of(requestId)).map(rows -> {
            if (rows.size() == 0) {
                return Optional.empty();
            }
            List<DeliveryView> deliveries = new ArrayList<>();
            for (Row row : rows) {
                if (row.getString("kind") != null) {
                    deliveries.add(view(row));
                }
            }
            return Optional.of(deliveries);
        });
    }

    private static DeliveryView view(Row row) {
        List<AttemptView> attempts = new ArrayList<>();
        JsonArray stored = row.getJsonArray("attempts");
        for (int i = 0; i < stored.size(); i++) {
            JsonObject attempt = stored.getJsonObject(i);
            attempts.add(new AttemptView(attempt.getString("at"), attempt.getString("outcome")));
        }
        OffsetDateTime sentAt = row.getOffsetDateTime("sent_at");
        return new DeliveryView(
                row.getString("id"),
                row.getString("kind"),
                row.getString("channel"),
                row.getString("address"),
                row.getString("state"),
                row.getString("reason"),
                attempts,
                row.getOffsetDateTime("created_at").toInstant(),
                sentAt == null ? null : sentAt.toInstant());
    }
}
