package io.beforehand.notification.alert;

import io.beforehand.events.TraceContext;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.notification.delivery.PagesUnderWay.Unsent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a page is made of, and which deliveries told of which alerts. */
@ApplicationScoped
class PageRows {

    /** Notices that somebody is just adding or dropping wait for the next page. */
    private static final String LOCK = """
            SELECT alert_id FROM alert_notice WHERE contact_id = $1 ORDER BY alert_id FOR UPDATE SKIP LOCKED""";

    /** A statement after the locks: it sees every change of the alerts whose notices they let us have. */
    private static final String TAKE = """
            DELETE FROM alert_notice n USING alert a
             WHERE n.contact_id = $1 AND n.alert_id = ANY ($2) AND a.id = n.alert_id
            RETURNING a.*, n.traceparent""";

    /** What somebody took on since, or what is a danger no more, need not be told. */
    private static final String CARRY = """
            WITH unlinked AS (
                DELETE FROM alert_page p USING unnest($1::text[], $2::text[]) AS d (id, destination)
                 WHERE p.delivery_id = d.id RETURNING p.alert_id, d.destination)
            SELECT u.destination, a.* FROM unlinked u JOIN alert a ON a.id = u.alert_id
             WHERE a.state = 'open' OR (a.state = 'resolved' AND a.level = 'breach')""";

    private static final String LINK = """
            INSERT INTO alert_page (alert_id, delivery_id)
            SELECT alert_id, delivery_id FROM unnest($1::text[], $2::text[]) AS p (alert_id, delivery_id)""";

    /** @param trace a step of what one of the alerts follows from */
    record Taken(List<Alert> alerts, @Nullable TraceContext trace) {

        Taken {
            alerts = List.copyOf(alerts);
        }
    }

    /** Takes the notices of the contact. Two statements. */
    Uni<Taken> take(Transaction transaction, String contactId) {
        return transaction
                .sql()
                .preparedQuery(LOCK)
                .execute(Tuple.of(contactId))
                .flatMap(locked -> {
                    List<String> ids = new ArrayList<>();
                    locked.forEach(row -> ids.add(row.getString("alert_id")));
                    return transaction
                            .sql()
                            .preparedQuery(TAKE)
                            .execute(Tuple.of(contactId, ids.toArray(String[]::new)));
                })
                .map(rows -> {
                    List<Alert> alerts = new ArrayList<>();
                    Optional<TraceContext> trace = Optional.empty();
                    for (Row row : rows) {
                        alerts.add(AlertStore.read(row));
                        trace = trace.or(() -> TraceContext.parse(row.getString("traceparent")));
                    }
                    return new Taken(alerts, trace.map(TraceContext::next).orElse(null));
                });
    }

    /**
     * What superseded pages told of and is still to be told, by destination; their links go, as others take their place. One
     * statement, none for an empty list.
     */
    Uni<Map<String, List<Alert>>> carry(Transaction transaction, List<Unsent> superseded) {
        if (superseded.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        String[] ids = superseded.stream().map(Unsent::id).toArray(String[]::new);
        String[] destinations = superseded.stream().map(Unsent::destination).toArray(String[]::new);
        return transaction
                .sql()
                .preparedQuery(CARRY)
                .execute(Tuple.of(ids, destinations))
                .map(rows -> {
                    Map<String, List<Alert>> carried = new HashMap<>();
                    for (Row row : rows) {
                        carried.computeIfAbsent(row.getString("destination"), _ -> new ArrayList<>())
                                .add(AlertStore.read(row));
                    }
                    return carried;
                });
    }

    /** Remembers which delivery tells of which alerts. One statement. */
    Uni<Void> link(Transaction transaction, Map<String, Collection<Alert>> byDelivery) {
        List<String> alertIds = new ArrayList<>();
        List<String> deliveryIds = new ArrayList<>();
        byDelivery.forEach((deliveryId, alerts) -> alerts.forEach(alert -> {
            alertIds.add(alert.id());
            deliveryIds.add(deliveryId);
        }));
        return transaction
                .sql()
                .preparedQuery(LINK)
                .execute(Tuple.of(alertIds.toArray(String[]::new), deliveryIds.toArray(String[]::new)))
                .replaceWithVoid();
    }
}
