package io.beforehand.notification.delivery;

import io.beforehand.events.DeliveryKind;
import io.beforehand.events.NotificationEvent.DeliveryFailed;
import io.beforehand.events.TraceContext;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.notification.request.OwnStreams;
import io.beforehand.notification.request.OwnStreams.Told;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Erases what deliveries hold of customers who are to be forgotten. What was still to go is suppressed; that a reply was is told,
 * for somebody wrote it and believes it on its way. When which delivery was attempted, and with what outcome, stays.
 */
@ApplicationScoped
public class Forgetting {

    private static final String FORGET = """
            WITH due AS (
                SELECT id, request_id, kind, message_id, traceparent FROM delivery
                 WHERE request_id = ANY ($1) AND kind <> 'alert' AND next_attempt_at IS NOT NULL),
            erased AS (
                UPDATE delivery
                   SET address = '', body = NULL, mail_thread = NULL, channel_message_id = NULL,
                       next_attempt_at = NULL,
                       state = CASE WHEN next_attempt_at IS NULL THEN state ELSE 'suppressed' END,
                       reason = CASE WHEN next_attempt_at IS NULL THEN reason ELSE $2 END
                 WHERE request_id = ANY ($1) AND kind <> 'alert')
            SELECT * FROM due ORDER BY request_id, id""";

    private static final String REASON = Withholding.FORGOTTEN.label();

    private final OwnStreams streams;
    private final DeliveryMetrics metrics;

    Forgetting(OwnStreams streams, DeliveryMetrics metrics) {
        this.streams = streams;
        this.metrics = metrics;
    }

    /** Forgets the customers of requests that are locked. One statement, and one if replies were due; none for no requests. */
    public Uni<Void> forget(Transaction transaction, List<String> requestIds) {
        if (requestIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .sql()
                .preparedQuery(FORGET)
                .execute(Tuple.of(requestIds.toArray(String[]::new), REASON))
                .flatMap(due -> streams.tell(transaction, suppressed(transaction, due)));
    }

    private List<Told> suppressed(Transaction transaction, RowSet<Row> due) {
        List<Told> told = new ArrayList<>();
        for (Row row : due) {
            DeliveryKind kind = DeliveryKind.of(row.getString("kind"));
            transaction.afterCommit(() -> metrics.countSuppressed(kind, 1));
            if (kind == DeliveryKind.REPLY) {
                told.add(new Told(
                        row.getString("request_id"),
                        transaction.now(),
                        TraceContext.parse(row.getString("traceparent")).orElse(null),
                        new DeliveryFailed(row.getString("id"), kind, REASON, row.getString("message_id"))));
            }
        }
        return told;
    }
}
