package io.beforehand.notification.delivery;

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
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Hears what became of messages that were sent. A receipt counts for a delivery of the request it is told of, which it names by
 * our id or by the channel's own, and only once the channel took the message: one that is still attempted is decided by its
 * attempts.
 *
 * <p>Cost of a batch: one update for messages that arrived, one for messages that failed and one of requests; none without
 * receipts.
 */
@ApplicationScoped
public class Receipts {

    private static final Logger LOG = Logger.getLogger(Receipts.class);

    private static final String ARRIVED = """
            UPDATE delivery d SET state = 'delivered'
              FROM unnest($1::text[], $2::text[]) AS r (id, request_id)
             WHERE d.request_id = r.request_id AND (d.id = r.id OR d.channel_message_id = r.id) AND d.state = 'sent'""";

    private static final String FAILED = """
            UPDATE delivery d SET state = 'exhausted', reason = r.reason
              FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS r (id, request_id, reason, place)
             WHERE d.request_id = r.request_id AND (d.id = r.id OR d.channel_message_id = r.id)
               AND d.state IN ('sent', 'delivered')
            RETURNING d.id, d.kind, d.message_id, d.reason, r.place""";

    private final OwnStreams streams;
    private final DeliveryMetrics metrics;

    Receipts(OwnStreams streams, DeliveryMetrics metrics) {
        this.streams = streams;
        this.metrics = metrics;
    }

    /** @param id the delivery's, or the channel's own of the message */
    private record Heard(StreamEvent event, String id, Receipt receipt) {}

    /** Takes the receipts among the events; the events' requests are locked. */
    public Uni<Void> hear(Transaction transaction, List<StreamEvent> events) {
        List<Heard> heard = new ArrayList<>();
        for (StreamEvent event : events) {
            if (event.event() instanceof ReceiptReceived received) {
                Receipt.of(received.state())
                        .ifPresent(receipt -> heard.add(new Heard(event, received.deliveryId(), receipt)));
            }
        }
        if (heard.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        transaction.afterCommit(() -> heard.forEach(each -> metrics.countReceipt(each.receipt())));
        return arrived(transaction, only(heard, Receipt::arrived))
                .chain(() -> failed(
                        transaction, only(heard, receipt -> receipt.failure().isPresent())));
    }

    private static List<Heard> only(List<Heard> heard, Predicate<Receipt> which) {
        return heard.stream().filter(each -> which.test(each.receipt())).toList();
    }

    private static Uni<Void> arrived(Transaction transaction, List<Heard> heard) {
        return heard.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .sql()
                        .preparedQuery(ARRIVED)
                        .execute(Tuple.of(ids(heard), requestIds(heard)))
                        .replaceWithVoid();
    }

    private Uni<Void> failed(Transaction transaction, List<Heard> heard) {
        if (heard.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String[] reasons = heard.stream()
                .map(each -> each.receipt().failure().orElseThrow())
                .toArray(String[]::new);
        return transaction
                .sql()
                .preparedQuery(FAILED)
                .execute(Tuple.of(ids(heard), requestIds(heard), reasons))
                .flatMap(rows -> {
                    List<Told> told = new ArrayList<>();
                    for (Row row : rows) {
                        int place = row.getLong("place").intValue();
                        told.add(failed(row, heard.get(place - 1).event()));
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
                because.requestId(),
                because.time(),
                because.trace(),
                new DeliveryFailed(id, kind, reason, row.getString("message_id")));
    }

    private static String[] ids(List<Heard> heard) {
        return heard.stream().map(Heard::id).toArray(String[]::new);
    }

    private static String[] requestIds(List<Heard> heard) {
        return heard.stream().map(each -> each.event().requestId()).toArray(String[]::new);
    }
}
