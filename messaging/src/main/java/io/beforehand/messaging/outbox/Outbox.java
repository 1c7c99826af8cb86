package io.beforehand.messaging.outbox;

import io.beforehand.events.EventCodec;
import io.beforehand.events.EventType;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.TraceContext;
import io.beforehand.messaging.Partitions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores events to be sent, in the transaction of the change they tell of. One insert a transaction, however many. */
@ApplicationScoped
public class Outbox {

    /** Unnesting keeps the order of the arrays, so ids follow the order of publishing. */
    private static final String INSERT = """
            INSERT INTO outbox (lane, request_id, seq, type, occurred_at, traceparent, payload)
            SELECT lane, request_id, seq, type, occurred_at, traceparent, payload
              FROM unnest($1::smallint[], $2::text[], $3::bigint[], $4::text[], $5::timestamptz[], $6::text[], $7::bytea[])
                   WITH ORDINALITY AS e (lane, request_id, seq, type, occurred_at, traceparent, payload, place)
             ORDER BY place""";

    private final Partitions partitions;

    Outbox(Partitions partitions) {
        this.partitions = partitions;
    }

    public Uni<Void> store(SqlConnection sql, List<StreamEvent> events) {
        int size = events.size();
        Short[] lanes = new Short[size];
        String[] requestIds = new String[size];
        Long[] sequences = new Long[size];
        String[] types = new String[size];
        OffsetDateTime[] times = new OffsetDateTime[size];
        @Nullable String[] traces = new String[size];
        Buffer[] payloads = new Buffer[size];
        for (int i = 0; i < size; i++) {
            StreamEvent event = events.get(i);
            lanes[i] = (short) partitions.of(event.requestId());
            requestIds[i] = event.requestId();
            sequences[i] = event.sequence();
            types[i] = EventType.nameOf(event.event());
            times[i] = event.time().atOffset(ZoneOffset.UTC);
            TraceContext trace = event.trace();
            traces[i] = trace == null ? null : trace.traceparent();
            payloads[i] = Buffer.buffer(EventCodec.encode(event.event()));
        }
        return sql.preparedQuery(INSERT)
                .execute(Tuple.from(List.of(lanes, requestIds, sequences, types, times, traces, payloads)))
                .replaceWithVoid();
    }
}
