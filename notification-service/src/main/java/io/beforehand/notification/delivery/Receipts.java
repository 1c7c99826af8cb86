package io.beforehand.notification.delivery;

import io.beforehand.events.ConversationRef;
import io.beforehand.events.DeliveryKind;
import io.beforehand.events.NotificationEvent.DeliveryFailed;
import io.beforehand.events.RequestEvent.ReceiptReceived;
import io.beforehand.events.StreamEvent;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.notification.request.OwnStreams;
import io.beforehand.notification.request.OwnStreams.Told;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears what became of messages that were sent. A receipt names a delivery by our id or by the channel's own, and counts only
 * once the channel took the message: one that is still attempted is decided by its attempts. The message is one of the request
 * that the receipt is told of, or of another to which the same conversation belonged before: the next request, or the one that its
 * request was merged into, hears of what is still said of it.
 *
 * <p>Cost of a batch: one statement to find the deliveries, one update for messages that arrived, one for messages that failed
 * and one of requests; none without receipts. Failed messages of other requests cost one more, to lock these; two batches that
 * do so at once may have to be tried again.
 */
@ApplicationScoped
public class Receipts {

    private static final Logger LOG = Logger.getLogger(Receipts.class);

    private static final String FIND = """
            WITH heard AS (
                SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) WITH ORDINALITY
                    AS r (id, request_id, channel, account, conversation, place))
            SELECT r.place, d.id, d.request_id FROM heard r
              JOIN delivery d ON d.request_id = r.request_id AND (d.id = r.id OR d.channel_message_id = r.id)
             UNION
            SELECT r.place, d.id, d.request_id FROM heard r
              JOIN delivery d ON d.channel_message_id = r.id AND d.channel = r.channel AND d.account = r.account
              JOIN request q ON q.id = d.request_id AND q.channel = r.channel AND q.account = r.account
                            AND q.conversation = r.conversation
             ORDER BY place, id""";

    private static final String ARRIVED =
            "UPDATE delivery SET state = 'delivered' WHERE id = ANY ($1) AND state = 'sent'";

    private static final String FAILED = """
            UPDATE delivery d SET state = 'exhausted', reason = r.reason
              FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS r (id, reason, place)
             WHERE d.id = r.id AND d.state IN ('sent', 'delivered')
            RETURNING d.id, d.request_id, d.kind, d.message_id, d.reason, r.place""";

    private final OwnStreams streams;
    private final DeliveryMetrics metrics;

    Receipts(OwnStreams streams, DeliveryMetrics metrics) {
        this.streams = streams;
        this.metrics = metrics;
    }

    private record Heard(StreamEvent event, ReceiptReceived receipt, Receipt what) {}

    /** @param id of the delivery that the receipt is about */
    private record Found(Heard heard, String id, String requestId) {}

    /** Takes the receipts among the events; the events' requests are locked. */
    public Uni<Void> hear(Transaction transaction, List<StreamEvent> events) {
        List<Heard> heard = new ArrayList<>();
        for (StreamEvent event : events) {
            if (event.event() instanceof ReceiptReceived received) {
                Receipt.of(received.state()).ifPresent(what -> heard.add(new Heard(event, received, what)));
            }
        }
        if (heard.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        transaction.afterCommit(() -> heard.forEach(each -> metrics.countReceipt(each.what())));
        return find(transaction, heard).flatMap(found -> {
            List<Found> arrived = only(found, Receipt::arrived);
            List<Found> failed = only(found, what -> what.failure().isPresent());
            return lock(transaction, failed)
                    .chain(() -> arrived(transaction, arrived))
                    .chain(() -> failed(transaction, failed));
        });
    }

    private static List<Found> only(List<Found> found, Predicate<Receipt> which) {
        return found.stream().filter(each -> which.test(each.heard().what())).toList();
    }

    private static Uni<List<Found>> find(Transaction transaction, List<Heard> heard) {
        return transaction
                .sql()
                .preparedQuery(FIND)
                .execute(Tuple.of(
                        texts(heard, each -> each.receipt().deliveryId()),
                        texts(heard, each -> each.event().requestId()),
                        texts(heard, in(conversation -> conversation.channel().wireName())),
                        texts(heard, in(ConversationRef::account)),
                        texts(heard, in(ConversationRef::conversation))))
                .map(rows -> {
                    List<Found> found = new ArrayList<>();
                    for (Row row : rows) {
                        int place = row.getLong("place").intValue();
                        found.add(new Found(heard.get(place - 1), row.getString("id"), row.getString("request_id")));
                    }
                    return found;
                });
    }

    /** The requests of messages that failed, but for those whose batch it is. */
    private Uni<Void> lock(Transaction transaction, List<Found> failed) {
        List<String> others = failed.stream()
                .filter(each -> !each.requestId().equals(each.heard().event().requestId()))
                .map(Found::requestId)
                .toList();
        return others.isEmpty() ? Uni.createFrom().voidItem() : streams.lock(transaction, others);
    }

    private static Uni<Void> arrived(Transaction transaction, List<Found> arrived) {
        return arrived.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .sql()
                        .preparedQuery(ARRIVED)
                        .execute(Tuple.of((Object) texts(arrived, Found::id)))
                        .replaceWithVoid();
    }

    private Uni<Void> failed(Transaction transaction, List<Found> failed) {
        if (failed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .sql()
                .preparedQuery(FAILED)
                .execute(Tuple.of(
                        texts(failed, Found::id),
                        texts(failed, each -> each.heard().what().failure().orElseThrow())))
                .flatMap(rows -> {
                    List<Told> told = new ArrayList<>();
                    for (Row row : rows) {
                        int place = row.getLong("place").intValue();
                        told.add(failed(row, failed.get(place - 1).heard().event()));
                    }
                    return streams.tell(transaction, told);
                });
    }

    private static Told failed(Row row, StreamEvent because) {
        String id = row.getString("id");
        DeliveryKind kind = DeliveryKind.of(row.getString("kind"));
        String reason = row.getString("reason");
        LOG.warnf("Delivery came back deliveryId=%s kind=%s reason=%s", id, kind.wireName(), reason);
        return new Told(
                row.getString("request_id"),
                because.time(),
                because.trace(),
                new DeliveryFailed(id, kind, reason, row.getString("message_id")));
    }

    private static Function<Heard, @Nullable String> in(Function<ConversationRef, String> part) {
        return heard -> {
            ConversationRef conversation = heard.receipt().conversation();
            return conversation == null ? null : part.apply(conversation);
        };
    }

    private static <T> @Nullable String[] texts(List<T> all, Function<T, @Nullable String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }
}
