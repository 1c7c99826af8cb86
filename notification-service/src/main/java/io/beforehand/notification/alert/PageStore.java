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
import io.beforehand.notification.delivery.PagesUnderWay;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

    private static final String PAGED = "UPDATE pager SET next_page_at = $2 WHERE contact_id = $1";

    private final Pool pool;
    private final Transactions transactions;
    private final Deliveries deliveries;
    private final PagesUnderWay underWay;
    private final PageRows rows;
    private final Partitions partitions;
    private final AlertConfig config;

    PageStore(
            Pool pool,
            Transactions transactions,
            Deliveries deliveries,
            PagesUnderWay underWay,
            PageRows rows,
            Partitions partitions,
            AlertConfig config) {
        this.pool = pool;
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.underWay = underWay;
        this.rows = rows;
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
     * Tells the contact all that is to be told, unless it is too soon or another replica is just doing so. What an older page
     * was to tell and no one took yet is told in this one. A method that took a page less than an interval ago gets this one
     * later. Eight statements a page, ten if there is an older one, however many alerts.
     *
     * @return how many alerts the contact is told of anew; 0 for no page
     */
    Uni<Integer> send(OnCall contact) {
        List<Destination.ContactMethod> methods = IntStream.range(
                        0, contact.methods().size())
                .mapToObj(method -> new Destination.ContactMethod(contact.id(), method))
                .toList();
        return transactions.run(transaction -> transaction
                .sql()
                .preparedQuery(LOCK)
                .execute(Tuple.of(contact.id(), utc(transaction.now())))
                .flatMap(ours -> ours.size() == 0
                        ? Uni.createFrom().item(0)
                        : new Paging(transaction, contact, methods).send()));
    }

    /** One page on its way into the tables. */
    private final class Paging {

        private final Transaction transaction;
        private final OnCall contact;
        private final List<Destination.ContactMethod> methods;
        private final List<String> keys;

        private Paging(Transaction transaction, OnCall contact, List<Destination.ContactMethod> methods) {
            this.transaction = transaction;
            this.contact = contact;
            this.methods = methods;
            this.keys = methods.stream().map(Destination::key).toList();
        }

        private Uni<Integer> send() {
            return underWay.lock(transaction, keys)
                    .flatMap(older -> older.busy()
                            ? Uni.createFrom().item(0)
                            : rows.take(transaction, contact.id())
                                    .flatMap(taken -> taken.alerts().isEmpty()
                                            ? Uni.createFrom().item(0)
                                            : send(taken, older.unsent())
                                                    .replaceWith(taken.alerts().size())));
        }

        private Uni<Void> send(PageRows.Taken taken, List<PagesUnderWay.Unsent> older) {
            return underWay.supersede(transaction, older)
                    .chain(() -> rows.carry(transaction, older))
                    .flatMap(carried ->
                            underWay.lastSent(transaction, keys).flatMap(lastSent -> store(taken, carried, lastSent)))
                    .chain(() -> transaction
                            .sql()
                            .preparedQuery(PAGED)
                            .execute(
                                    Tuple.of(contact.id(), utc(transaction.now().plus(config.interval())))))
                    .replaceWithVoid();
        }

        private Uni<Void> store(PageRows.Taken taken, Map<String, List<Alert>> carried, Map<String, Instant> lastSent) {
            List<NewDelivery> copies = new ArrayList<>();
            Map<String, Collection<Alert>> told = new HashMap<>();
            for (Destination.ContactMethod method : methods) {
                Page page = Page.of(taken.alerts(), carried.getOrDefault(method.key(), List.of()));
                NewDelivery copy = copy(page, method, dueAt(lastSent.get(method.key())), taken.trace());
                copies.add(copy);
                told.put(copy.id(), page.alerts());
            }
            return deliveries.add(transaction, copies).chain(() -> rows.link(transaction, told));
        }

        private Instant dueAt(@Nullable Instant lastSent) {
            Instant now = transaction.now();
            if (lastSent == null) {
                return now;
            }
            Instant next = (lastSent.isBefore(now) ? lastSent : now).plus(config.interval());
            return next.isAfter(now) ? next : now;
        }

        private NewDelivery copy(
                Page page, Destination.ContactMethod method, Instant dueAt, @Nullable TraceContext trace) {
            String id = DeliveryId.random();
            String body = MessageJson.write(
                    page.message(id, contact.language(), config.zone(), transaction.now(), config.named()));
            String requestId = page.lead().requestId();
            return new NewDelivery(
                    id,
                    requestId,
                    partitions.of(requestId),
                    DeliveryKind.ALERT,
                    new Route(method, contact.methods().get(method.method()), contact.id()),
                    new Content.Written(body, null, null),
                    dueAt,
                    trace);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
