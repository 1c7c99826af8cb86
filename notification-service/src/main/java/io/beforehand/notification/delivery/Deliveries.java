package io.beforehand.notification.delivery;

import io.beforehand.events.DeliveryKind;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.notification.mail.MailThreadJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where deliveries are asked for, in the transaction of the change that asks. */
@ApplicationScoped
public class Deliveries {

    private static final String INSERT = """
            INSERT INTO delivery (id, request_id, partition, kind, destination, channel, account, address, body,
                                  expected_by, message_id, mail_thread, traceparent, state, reason, next_attempt_at,
                                  created_at)
            SELECT id, request_id, partition, kind, destination, channel, account, address, body,
                   expected_by, message_id, mail_thread, traceparent,
                   CASE WHEN reason IS NULL THEN 'pending' ELSE 'suppressed' END, reason, next_attempt_at, $16
              FROM unnest($1::text[], $2::text[], $3::smallint[], $4::text[], $5::text[], $6::text[], $7::text[],
                          $8::text[], $9::text[], $10::timestamptz[], $11::text[], $12::text[], $13::text[],
                          $14::text[], $15::timestamptz[])
                AS d (id, request_id, partition, kind, destination, channel, account, address, body,
                      expected_by, message_id, mail_thread, traceparent, reason, next_attempt_at)
            ON CONFLICT DO NOTHING""";

    private static final String WRITE = """
            UPDATE delivery d
               SET body = w.body, expected_by = w.expected_by, mail_thread = w.mail_thread, next_attempt_at = $5
              FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[])
                AS w (id, body, expected_by, mail_thread)
             WHERE d.id = w.id AND d.body IS NULL AND d.next_attempt_at IS NOT NULL""";

    private static final String WITHHOLD = """
            UPDATE delivery SET state = 'suppressed', reason = $2, next_attempt_at = NULL
             WHERE id = ANY ($1) AND body IS NULL AND next_attempt_at IS NOT NULL""";

    private final Dispatcher dispatcher;
    private final DeliveryMetrics metrics;

    Deliveries(Dispatcher dispatcher, DeliveryMetrics metrics) {
        this.dispatcher = dispatcher;
        this.metrics = metrics;
    }

    /** Stores deliveries; one that is stored already stays as it is. One statement, none for an empty list. */
    public Uni<Void> add(Transaction transaction, List<NewDelivery> deliveries) {
        if (deliveries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Object> columns = new ArrayList<>(new DeliveryColumns(deliveries).all());
        columns.add(transaction.now().atOffset(ZoneOffset.UTC));
        transaction.afterCommit(() -> {
            deliveries.forEach(this::count);
            dispatcher.offer(deliveries.stream()
                    .filter(delivery -> !(delivery.content() instanceof Content.Withheld))
                    .map(NewDelivery::due)
                    .toList());
        });
        return transaction
                .sql()
                .preparedQuery(INSERT)
                .execute(Tuple.from(columns))
                .replaceWithVoid();
    }

    /** Ends updates that were never written. One statement, none for an empty list. */
    public Uni<Void> withholdUpdates(Transaction transaction, List<String> ids, Withholding reason) {
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        transaction.afterCommit(() -> metrics.countSuppressed(DeliveryKind.UPDATE, ids.size()));
        return transaction
                .sql()
                .preparedQuery(WITHHOLD)
                .execute(Tuple.of(ids.toArray(String[]::new), reason.label()))
                .replaceWithVoid();
    }

    private void count(NewDelivery delivery) {
        metrics.countCreated(delivery.kind());
        if (delivery.content() instanceof Content.Withheld) {
            metrics.countSuppressed(delivery.kind(), 1);
        }
    }

    /** A delivery that has its message now. */
    public record Message(DueDelivery due, Content.Written content) {}

    /** Gives deliveries their message and makes them due at once. One statement, none for an empty list. */
    public Uni<Void> write(Transaction transaction, List<Message> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String[] ids = messages.stream().map(m -> m.due().id()).toArray(String[]::new);
        String[] bodies = messages.stream().map(m -> m.content().body()).toArray(String[]::new);
        @Nullable
        OffsetDateTime[] expected =
                messages.stream().map(m -> utc(m.content().expectedBy())).toArray(OffsetDateTime[]::new);
        @Nullable
        String[] threads = messages.stream()
                .map(m -> MailThreadJson.write(m.content().thread()))
                .toArray(String[]::new);
        transaction.afterCommit(
                () -> dispatcher.offer(messages.stream().map(Message::due).toList()));
        return transaction
                .sql()
                .preparedQuery(WRITE)
                .execute(Tuple.of(
                        ids, bodies, expected, threads, transaction.now().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
