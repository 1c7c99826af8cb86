package io.beforehand.messaging.outbox;

import io.beforehand.events.EventCodec;
import io.beforehand.events.EventCodec.Decoded;
import io.beforehand.events.Owner;
import io.beforehand.events.StreamEvent;
import io.beforehand.messaging.UnprocessableException;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as it lies in a table: one column each for what is looked for or sent as a header, the payload as it goes out. It is
 * sent as it is, so that a relay need not know the types that another version of its service stores.
 */
public record StoredEvent(
        String requestId,
        long sequence,
        String type,
        Instant time,
        @Nullable String traceparent,
        byte[] payload) {

    /** Reads columns request_id, seq, type, occurred_at, traceparent and payload. */
    public static StoredEvent read(Row row) {
        return new StoredEvent(
                row.getString("request_id"),
                row.getLong("seq"),
                row.getString("type"),
                row.get(OffsetDateTime.class, "occurred_at").toInstant(),
                row.getString("traceparent"),
                row.getBuffer("payload").getBytes());
    }

    /** The record's headers. */
    public Map<String, String> headers(Owner owner) {
        return EventCodec.headers(owner, requestId, sequence, type, time, traceparent);
    }

    /** The event, of a type that this version knows, for it was stored by it or by an older one. */
    public StreamEvent decode(Owner owner) {
        return switch (EventCodec.decode(headers(owner), payload)) {
            case Decoded.Known(StreamEvent event) -> event;
            case Decoded.UnknownType _ -> throw new UnprocessableException("type-unknown");
            case Decoded.Undecodable(String reason) -> throw new UnprocessableException(reason);
        };
    }
}
