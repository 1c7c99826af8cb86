package io.beforehand.messaging.outbox;

import io.beforehand.events.EventCodec;
import io.beforehand.events.EventCodec.Decoded;
import io.beforehand.events.EventType;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.TraceContext;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** How an event lies in a table: one column each for what is looked for or sent as a header, the payload as it goes out. */
public final class EventColumns {

    private EventColumns() {}

    /**
     * Arrays for one {@code unnest}: a small number that the table puts first, then request id, sequence, type, time, trace
     * and payload.
     */
    public static Tuple arrays(List<StreamEvent> events, ToIntFunction<StreamEvent> firstColumn) {
        int size = events.size();
        Short[] first = new Short[size];
        String[] requestIds = new String[size];
        Long[] sequences = new Long[size];
        String[] types = new String[size];
        OffsetDateTime[] times = new OffsetDateTime[size];
        @Nullable String[] traces = new String[size];
        Buffer[] payloads = new Buffer[size];
        for (int i = 0; i < size; i++) {
            StreamEvent event = events.get(i);
            first[i] = (short) firstColumn.applyAsInt(event);
            requestIds[i] = event.requestId();
            sequences[i] = event.sequence();
            types[i] = EventType.nameOf(event.event());
            times[i] = event.time().atOffset(ZoneOffset.UTC);
            TraceContext trace = event.trace();
            traces[i] = trace == null ? null : trace.traceparent();
            payloads[i] = Buffer.buffer(EventCodec.encode(event.event()));
        }
        return Tuple.from(List.of(first, requestIds, sequences, types, times, traces, payloads));
    }

    /** Reads an event back from columns request_id, seq, type, occurred_at, traceparent and payload. */
    public static StreamEvent read(Row row) {
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
        return switch (EventCodec.decode(headers, row.getBuffer("payload").getBytes())) {
            case Decoded.Known(StreamEvent event) -> event;
            case Decoded.UnknownType(String type) -> throw new IllegalStateException("stored event of type " + type);
            case Decoded.Undecodable(String reason) -> throw new IllegalStateException("stored event is " + reason);
        };
    }
}
