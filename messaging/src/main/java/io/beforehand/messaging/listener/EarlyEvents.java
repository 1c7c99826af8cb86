package io.beforehand.messaging.listener;

import io.beforehand.events.EventCodec;
import io.beforehand.events.EventType;
import io.beforehand.events.Owner;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.TraceContext;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events that came before the opening of their request, kept until it comes. Between topics there is no order. */
@ApplicationScoped
class EarlyEvents {

    private static final String KEEP = """
            INSERT INTO early_event (request_id, owner, seq, type, occurred_at, traceparent, payload)
            SELECT * FROM unnest($1::text[], $2::smallint[], $3::bigint[], $4::text[], $5::timestamptz[], $6::text[], $7::bytea[])
            ON CONFLICT DO NOTHING""";

    private static final String TAKE = """
            DELETE FROM early_event WHERE request_id = ANY ($1)
            RETURNING request_id, owner, seq, type, occurred_at, traceparent, payload""";

    Uni<Void> keep(Transaction transaction, List<StreamEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        int size = events.size();
        String[] requestIds = new String[size];
        Short[] owners = new Short[size];
        Long[] sequences = new Long[size];
        String[] types = new String[size];
        OffsetDateTime[] times = new OffsetDateTime[size];
        @Nullable String[] traces = new String[size];
        Buffer[] payloads = new Buffer[size];
        for (int i = 0; i < size; i++) {
            StreamEvent event = events.get(i);
            requestIds[i] = event.requestId();
            owners[i] = (short) event.owner().ordinal();
            sequences[i] = event.sequence();
            types[i] = EventType.nameOf(event.event());
            times[i] = event.time().atOffset(ZoneOffset.UTC);
            TraceContext trace = event.trace();
            traces[i] = trace == null ? null : trace.traceparent();
            payloads[i] = Buffer.buffer(EventCodec.encode(event.event()));
        }
        return transaction
                .sql()
                .preparedQuery(KEEP)
                .execute(Tuple.from(List.of(requestIds, owners, sequences, types, times, traces, payloads)))
                .replaceWithVoid();
    }

    /** Removes and returns what was kept for these requests. */
    Uni<Map<String, List<StreamEvent>>> take(Transaction transaction, List<String> requestIds) {
        if (requestIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return transaction
                .sql()
                .preparedQuery(TAKE)
                .execute(Tuple.of((Object) requestIds.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, List<StreamEvent>> kept = new HashMap<>();
                    for (Row row : rows) {
                        StreamEvent event = read(row);
                        kept.computeIfAbsent(event.requestId(), _ -> new ArrayList<>())
                                .add(event);
                    }
                    return kept;
                });
    }

    private static StreamEvent read(Row row) {
        Owner owner = Owner.values()[row.getShort("owner")];
        Map<String, String> headers = new HashMap<>();
        headers.put("ce_type", row.getString("type"));
        headers.put("ce_subject", row.getString("request_id"));
        headers.put("ce_sequence", Long.toString(row.getLong("seq")));
        headers.put(
                "ce_time",
                row.get(OffsetDateTime.class, "occurred_at").toInstant().toString());
        String trace = row.getString("traceparent");
        if (trace != null) {
            headers.put(EventCodec.TRACEPARENT, trace);
        }
        byte[] payload = row.getBuffer("payload").getBytes();
        return switch (EventCodec.decode(headers, payload)) {
            case EventCodec.Decoded.Known(StreamEvent event) when event.owner() == owner -> event;
            case EventCodec.Decoded decoded -> throw new IllegalStateException("early event unreadable: " + decoded);
        };
    }
}
