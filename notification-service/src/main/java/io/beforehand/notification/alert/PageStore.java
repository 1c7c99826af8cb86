package io.beforehand.notification.alert;

import io.beforehand.events.DeliveryKind;
import io.beforehand.events.TraceContext;
import io.beforehand.messaging.Partitions;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.messaging.transaction.Transactions;
import io.beforehand.notification.contact.OnCall;
import io.beforehand.notification.delivery.Content;
import io.beforehand.notification.delivery.Deliveries;
import io.beforehand.notification.delivery.DeliveryId;
import io.beforehand.notification.delivery.Destination;
import io.beforehand.notification.delivery.MessageJson;
import io.beforehand.notification.delivery.NewDelivery;
import io.beforehand.notification.delivery.Route;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what a contact has still to be told into one delivery per method, at most once an interval. */
@ApplicationScoped
class PageStore {

    private static final String STANDING = """
            SELECT p.next_page_at, beforehand_now() AS now,
                   EXISTS (SELECT FROM alert_notice n WHERE n.contact_id = p.contact_id) AS something_to_tell
              FROM pager p WHERE p.contact_id = $1""";

    private static final String LOCK =
            "SELECT 1 FROM pager WHERE contact_id = $1 AND next_page_at <= $2 FOR UPDATE SKIP LOCKED";

    /** Notices that somebody is just adding or dropping wait for the next page. */
    private static final String TAKE = """
            DELETE FROM alert_notice n
             USING (SELECT contact_id, alert_id FROM alert_notice WHERE contact_id = $1
                     ORDER BY alert_id FOR UPDATE SKIP LOCKED) AS taken, alert a
             WHERE n.contact_id = taken.contact_id AND n.alert_id = taken.alert_id AND a.id = n.alert_id
            RETURNING a.*, n.traceparent""";

    private static final String PAGED = "UPDATE pager SET next_page_at = $2 WHERE contact_id = $1";

    private static final String LINK = """
            INSERT INTO alert_page (alert_id, delivery_id)
            SELECT alert_id, delivery_id FROM unnest($1::text[]) AS alert_id CROSS JOIN unnest($2::text[]) AS delivery_id""";

    private final Pool pool;
    private final Transactions transactions;
    private final Deliveries deliveries;
    private final Partitions partitions;
    private final AlertConfig config;

    PageStore(Pool pool, Transactions transactions, Deliveries deliveries, Partitions partitions, AlertConfig config) {
        this.pool = pool;
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.partitions = partitions;
        this.config = config;
    }

    /**
     * How things stand with a contact.
     *
     * @param untilNext how long until the next page may go; zero or less when it may now
     */
    record Standing(boolean somethingToTell, Duration untilNext) {}

    /** One statement, without a lock. */
    Uni<Standing> standing(String contactId) {
        return pool.preparedQuery(STANDING).execute(Tuple.of(contactId)).map(rows -> {
            Row row = rows.iterator().next();
            Duration wait = Duration.between(row.getOffsetDateTime("now"), row.getOffsetDateTime("next_page_at"));
            return new Standing(row.getBoolean("something_to_tell"), wait);
        });
    }

    /**
     * Tells the contact all that is to be told, unless it is too soon or another replica is just doing so. Five statements a
     * page, however many alerts.
     *
     * @return how many alerts the page is about; 0 for no page
     */
    Uni<Integer> send(OnCall contact) {
        return transactions.run(transaction -> transaction
                .sql()
                .preparedQuery(LOCK)
                .execute(Tuple.of(contact.id(), utc(transaction.now())))
                .flatMap(rows -> rows.size() == 0
                        ? Uni.createFrom().item(0)
                        : take(transaction, contact).flatMap(taken -> send(transaction, contact, taken))));
    }

    private record Taken(List<Alert> alerts, @Nullable TraceContext trace) {}

    private static Uni<Taken> take(Transaction transaction, OnCall contact) {
        return transaction
                .sql()
                .preparedQuery(TAKE)
                .execute(Tuple.of(contact.id()))
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

    private Uni<Integer> send(Transaction transaction, OnCall contact, Taken taken) {
        if (taken.alerts().isEmpty()) {
            return Uni.createFrom().item(0);
        }
        Page page = new Page(taken.alerts());
        List<NewDelivery> copies = new ArrayList<>();
        for (int method = 0; method < contact.methods().size(); method++) {
            copies.add(delivery(page, contact, method, transaction.now(), taken.trace()));
        }
        String[] alertIds = page.alerts().stream().map(Alert::id).toArray(String[]::new);
        String[] deliveryIds = copies.stream().map(NewDelivery::id).toArray(String[]::new);
        return deliveries
                .add(transaction, copies)
                .chain(() -> transaction.sql().preparedQuery(LINK).execute(Tuple.of(alertIds, deliveryIds)))
                .chain(() -> transaction
                        .sql()
                        .preparedQuery(PAGED)
                        .execute(Tuple.of(contact.id(), utc(transaction.now().plus(config.interval())))))
                .replaceWith(page.alerts().size());
    }

    private NewDelivery delivery(Page page, OnCall contact, int method, Instant now, @Nullable TraceContext trace) {
        String id = DeliveryId.random();
        String body = MessageJson.write(page.message(id, contact.language(), config.zone(), now, config.named()));
        String requestId = page.lead().requestId();
        return new NewDelivery(
                id,
                requestId,
                partitions.of(requestId),
                DeliveryKind.ALERT,
                new Route(
                        new Destination.ContactMethod(contact.id(), method),
                        contact.methods().get(method),
                        contact.id()),
                new Content.Written(body, null, null),
                now,
                trace);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
