package io.beforehand.messaging.outbox;

import io.beforehand.events.EventCodec;
import io.beforehand.events.EventType;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.TraceContext;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Events as columns, to be stored with one statement; {@link StoredEvent} reads them back. */
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
}
