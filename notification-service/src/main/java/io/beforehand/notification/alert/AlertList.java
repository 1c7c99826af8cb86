package io.beforehand.notification.alert;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The alerts, page by page, newest first. */
@ApplicationScoped
class AlertList {

    private static final String WITH_PAGES = """
            SELECT a.*, coalesce(n.notifications, '[]') AS notifications
              FROM alert a
              LEFT JOIN LATERAL (
                    SELECT jsonb_agg(jsonb_build_object('deliveryId', d.id, 'state', d.state, 'at', d.created_at)
                                     ORDER BY d.created_at) AS notifications
                      FROM alert_page p JOIN delivery d ON d.id = p.delivery_id WHERE p.alert_id = a.id) AS n ON true""";

    private static final String PAGE = WITH_PAGES + """

             WHERE ($1::text IS NULL OR a.state = $1)
               AND ($2::text IS NULL OR (a.raised_at, a.id) < (SELECT raised_at, id FROM alert WHERE id = $2))
             ORDER BY a.raised_at DESC, a.id DESC
             LIMIT $3""";

    private static final String ONE = WITH_PAGES + """

             WHERE a.id = $1""";

    private final Pool pool;

    AlertList(Pool pool) {
        this.pool = pool;
    }

    /** One statement. */
    Uni<List<AlertView>> page(@Nullable String state, @Nullable String after, int limit) {
        return pool.preparedQuery(PAGE).execute(Tuple.of(state, after, limit)).map(rows -> {
            List<AlertView> alerts = new ArrayList<>();
            for (Row row : rows) {
                alerts.add(view(row));
            }
            return alerts;
        });
    }

    /** One statement. */
    Uni<AlertView> one(String id) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(id))
                .map(rows -> view(rows.iterator().next()));
    }

    private static AlertView view(Row row) {
        JsonArray stored = row.getJsonArray("notifications");
        List<AlertView.Notification> notifications = IntStream.range(0, stored.size())
                .mapToObj(stored::getJsonObject)
                .map(AlertList::notification)
                .toList();
        return AlertView.of(AlertStore.read(row), notifications);
    }

    private static AlertView.Notification notification(JsonObject stored) {
        return new AlertView.Notification(
                stored.getString("deliveryId"), stored.getString("state"), stored.getString("at"));
    }
}
