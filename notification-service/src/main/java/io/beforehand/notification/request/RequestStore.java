package io.beforehand.notification.request;

import io.beforehand.events.Channel;
import io.beforehand.events.Owner;
import io.beforehand.events.StreamProgress;
import io.beforehand.messaging.listener.RequestRows;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.notification.language.Language;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of requests. The sequence of our own events in them is {@link OwnStreams}' business. */
@ApplicationScoped
public class RequestStore implements RequestRows<RequestState> {

    private static final String LOCK = "SELECT * FROM request WHERE id = ANY ($1) ORDER BY id FOR UPDATE";

    private static final String STORE = """
            INSERT INTO request AS r (id, partition, number, channel, account, conversation, address, language,
                    first_response_due, owner_name, queue_position, expected_wait_millis, acknowledge_by,
                    requests_seq, routing_seq, sla_seq, last_seq, touched_on)
            SELECT id, partition, number, channel, account, conversation, address, language,
                   first_response_due, owner_name, queue_position, expected_wait_millis, acknowledge_by,
                   requests_seq, routing_seq, sla_seq, 0, $17
              FROM unnest($1::text[], $2::smallint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                          $8::text[], $9::timestamptz[], $10::text[], $11::integer[], $12::bigint[],
                          $13::timestamptz[], $14::bigint[], $15::bigint[], $16::bigint[])
                AS s (id, partition, number, channel, account, conversation, address, language,
                      first_response_due, owner_name, queue_position, expected_wait_millis, acknowledge_by,
                      requests_seq, routing_seq, sla_seq)
            ON CONFLICT (id) DO UPDATE
               SET first_response_due = excluded.first_response_due, owner_name = excluded.owner_name,
                   queue_position = excluded.queue_position, expected_wait_millis = excluded.expected_wait_millis,
                   acknowledge_by = excluded.acknowledge_by, requests_seq = excluded.requests_seq,
                   routing_seq = excluded.routing_seq, sla_seq = excluded.sla_seq, touched_on = excluded.touched_on""";

    @Override
    public Uni<Map<String, RequestState>> lock(Transaction transaction, List<String> requestIds) {
        return transaction
                .sql()
                .preparedQuery(LOCK)
                .execute(Tuple.of((Object) requestIds.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, RequestState> states = new HashMap<>();
                    for (Row row : rows) {
                        states.put(row.getString("id"), read(row));
                    }
                    return states;
                });
    }

    @Override
    public StreamProgress progress(RequestState state) {
        return state.progress();
    }

    /** Stores the states of requests, new ones and locked ones. One statement, none for an empty list. */
    public Uni<Void> store(Transaction transaction, List<RequestState> states) {
        if (states.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Columns columns = new Columns(states.size());
        for (int i = 0; i < states.size(); i++) {
            columns.set(i, states.get(i));
        }
        LocalDate today = transaction.now().atOffset(ZoneOffset.UTC).toLocalDate();
        return transaction
                .sql()
                .preparedQuery(STORE)
                .execute(Tuple.from(columns.with(today)))
                .replaceWithVoid();
    }

    private static RequestState read(Row row) {
        Correspondence correspondence = new Correspondence(
                row.getString("number"),
                Channel.of(row.getString("channel")),
                row.getString("account"),
                row.getString("conversation"),
                row.getString("address"),
                Language.of(row.getString("language"), Language.ENGLISH));
        return new RequestState(
                row.getString("id"),
                row.getShort("partition"),
                correspondence,
                new Outlook(promise(row), handling(row)),
                instant(row, "acknowledge_by")
                        .<Acknowledgement>map(Acknowledgement.Waiting::new)
                        .orElseGet(Acknowledgement.Written::new),
                new StreamProgress(Map.of(
                        Owner.REQUESTS, row.getLong("requests_seq"),
                        Owner.ROUTING, row.getLong("routing_seq"),
                        Owner.SLA, row.getLong("sla_seq"))));
    }

    private static Promise promise(Row row) {
        return instant(row, "first_response_due").<Promise>map(Promise.By::new).orElseGet(Promise.Unknown::new);
    }

    private static Handling handling(Row row) {
        String owner = row.getString("owner_name");
        if (owner != null) {
            return new Handling.Owned(owner);
        }
        Integer position = row.getInteger("queue_position");
        if (position == null) {
            return new Handling.Unknown();
        }
        Long wait = row.getLong("expected_wait_millis");
        return Handling.queued(position, wait == null ? null : Duration.ofMillis(wait));
    }

    private static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }

    /** The table's columns, one array each. */
    private static final class Columns {

        private final String[][] texts;
        private final Short[] partitions;
        private final @Nullable OffsetDateTime[] dues;
        private final @Nullable String[] owners;
        private final @Nullable Integer[] positions;
        private final @Nullable Long[] waits;
        private final @Nullable OffsetDateTime[] acknowledgeBy;
        private final Long[][] sequences;

        Columns(int size) {
            texts = new String[7][size];
            partitions = new Short[size];
            dues = new OffsetDateTime[size];
            owners = new String[size];
            positions = new Integer[size];
            waits = new Long[size];
            acknowledgeBy = new OffsetDateTime[size];
            sequences = new Long[3][size];
        }

        void set(int i, RequestState state) {
            Correspondence to = state.correspondence();
            List<String> values = List.of(
                    state.id(),
                    to.number(),
                    to.channel().wireName(),
                    to.account(),
                    to.conversation(),
                    to.address(),
                    to.language().tag());
            for (int column = 0; column < texts.length; column++) {
                texts[column][i] = values.get(column);
            }
            partitions[i] = (short) state.partition();
            if (state.outlook().promise() instanceof Promise.By(Instant due)) {
                dues[i] = due.atOffset(ZoneOffset.UTC);
            }
            switch (state.outlook().handling()) {
                case Handling.Unknown _ -> {}
                case Handling.Owned(String name) -> owners[i] = name;
                case Handling.Queued(int position) -> positions[i] = position;
                case Handling.QueuedFor(int position, Duration wait) -> {
                    positions[i] = position;
                    waits[i] = wait.toMillis();
                }
            }
            if (state.acknowledgement() instanceof Acknowledgement.Waiting(Instant until)) {
                acknowledgeBy[i] = until.atOffset(ZoneOffset.UTC);
            }
            sequences[0][i] = state.progress().of(Owner.REQUESTS);
            sequences[1][i] = state.progress().of(Owner.ROUTING);
            sequences[2][i] = state.progress().of(Owner.SLA);
        }

        List<Object> with(LocalDate today) {
            List<Object> all = new ArrayList<>(List.of(texts[0], partitions));
            all.addAll(List.of(texts).subList(1, texts.length));
            all.addAll(List.of(dues, owners, positions, waits, acknowledgeBy));
            all.addAll(List.of(sequences));
            all.add(today);
            return all;
        }
    }
}
