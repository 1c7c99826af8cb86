package io.beforehand.notification.delivery;

import io.beforehand.events.TraceContext;
import io.beforehand.messaging.transaction.Transaction;
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
                                  expected_by, message_id, traceparent, state, next_attempt_at, created_at)
            SELECT id, request_id, partition, kind, destination, channel, account, address, body,
                   expected_by, message_id, traceparent, 'pending', next_attempt_at, $14
              FROM unnest($1::text[], $2::text[], $3::smallint[], $4::text[], $5::text[], $6::text[], $7::text[],
                          $8::text[], $9::text[], $10::timestamptz[], $11::text[], $12::text[], $13::timestamptz[])
                AS d (id, request_id, partition, kind, destination, channel, account, address, body,
                      expected_by, message_id, traceparent, next_attempt_at)
            ON CONFLICT DO NOTHING""";

    private static final String WRITE = """
            UPDATE delivery d SET body = w.body, expected_by = w.expected_by, next_attempt_at = $4
              FROM unnest($1::text[], $2::text[], $3::timestamptz[]) AS w (id, body, expected_by)
             WHERE d.id = w.id AND d.body IS NULL AND d.next_attempt_at IS NOT NULL""";

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
        int size = deliveries.size();
        String[] ids = new String[size];
        String[] requestIds = new String[size];
        Short[] partitions = new Short[size];
        String[] kinds = new String[size];
        String[] destinations = new String[size];
        String[] channels = new String[size];
        @Nullable String[] accounts = new String[size];
        String[] addresses = new String[size];
        @Nullable String[] bodies = new String[size];
        @Nullable OffsetDateTime[] expected = new OffsetDateTime[size];
        @Nullable String[] messageIds = new String[size];
        @Nullable String[] traces = new String[size];
        OffsetDateTime[] due = new OffsetDateTime[size];
        for (int i = 0; i < size; i++) {
            NewDelivery delivery = deliveries.get(i);
            Route route = delivery.route();
            ids[i] = delivery.id();
            requestIds[i] = delivery.requestId();
            partitions[i] = (short) delivery.partition();
            kinds[i] = delivery.kind().wireName();
            destinations[i] = route.destination().key();
            channels[i] = route.channel();
            accounts[i] = route.destination() instanceof Destination.Outlet outlet ? outlet.account() : null;
            addresses[i] = route.address();
            if (delivery.content() instanceof Content.Written written) {
                bodies[i] = written.body();
                expected[i] = utc(written.expectedBy());
                messageIds[i] = written.messageId();
            }
            TraceContext trace = delivery.trace();
            traces[i] = trace == null ? null : trace.traceparent();
            due[i] = delivery.dueAt().atOffset(ZoneOffset.UTC);
        }
        List<Object> columns = new ArrayList<>(List.of(
                ids,
                requestIds,
                partitions,
                kinds,
                destinations,
                channels,
                accounts,
                addresses,
                bodies,
                expected,
                messageIds,
                traces,
                due));
        columns.add(transaction.now().atOffset(ZoneOffset.UTC));
        transaction.afterCommit(() -> {
            deliveries.forEach(delivery -> metrics.countCreated(delivery.kind()));
            dispatcher.offer(deliveries.stream().map(NewDelivery::due).toList());
        });
        return transaction
                .sql()
                .preparedQuery(INSERT)
                .execute(Tuple.from(columns))
                .replaceWithVoid();
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
        transaction.afterCommit(
                () -> dispatcher.offer(messages.stream().map(Message::due).toList()));
        return transaction
                .sql()
                .preparedQuery(WRITE)
                .execute(Tuple.of(ids, bodies, expected, transaction.now().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
