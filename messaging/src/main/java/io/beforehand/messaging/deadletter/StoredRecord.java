package io.beforehand.messaging.deadletter;

import io.beforehand.events.EventCodec;
import io.beforehand.events.EventCodec.Decoded;
import io.beforehand.events.Owner;
import io.beforehand.events.StreamEvent;
import io.beforehand.messaging.UnprocessableException;
import io.beforehand.messaging.outbox.StoredEvent;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record as it lies in {@code dead_letter}: the value byte for byte, header values in base64, names and key as text that
 * PostgreSQL takes, for a stranger's record may hold anything.
 */
record StoredRecord(
        String origin,
        String topic,
        int partition,
        @Nullable Long offset,
        @Nullable String eventId,
        @Nullable String requestId,
        @Nullable String type,
        JsonObject headers,
        @Nullable Buffer value) {

    private static final int LONGEST_NAME = 200;

    static StoredRecord of(ConsumerRecord<byte[], byte[]> message) {
        JsonObject headers = new JsonObject();
        for (Header header : message.headers()) {
            headers.put(storable(header.key()), base64(header.value()));
        }
        return new StoredRecord(
                "listener",
                message.topic(),
                message.partition(),
                message.offset(),
                header(message, "ce_id"),
                text(message.key()),
                header(message, "ce_type"),
                headers,
                message.value() == null ? null : Buffer.buffer(message.value()));
    }

    static StoredRecord of(StoredEvent event, Owner owner, int lane) {
        Map<String, String> attributes = event.headers(owner);
        JsonObject headers = new JsonObject();
        attributes.forEach((name, value) -> headers.put(name, base64(value.getBytes(StandardCharsets.UTF_8))));
        return new StoredRecord(
                "outbox",
                owner.topic(),
                lane,
                null,
                attributes.get("ce_id"),
                event.requestId(),
                event.type(),
                headers,
                Buffer.buffer(event.payload()));
    }

    /** Reads the event out of a row's headers and value. Fails with {@link UnprocessableException} if it is none. */
    static StreamEvent decodeKnown(Row row) {
        Map<String, String> headers = new LinkedHashMap<>();
        row.getJsonObject("headers").forEach(header -> {
            if (header.getValue() instanceof String value) {
                headers.put(header.getKey(), new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8));
            }
        });
        io.vertx.mutiny.core.buffer.Buffer value = row.getBuffer("value");
        return switch (EventCodec.decode(headers, value == null ? null : value.getBytes())) {
            case Decoded.Known(StreamEvent event) -> event;
            case Decoded.UnknownType _ -> throw new UnprocessableException("type-unknown");
            case Decoded.Undecodable(String reason) -> throw new UnprocessableException(reason);
        };
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? null : text(header.value());
    }

    private static @Nullable String base64(byte @Nullable [] value) {
        return value == null ? null : Base64.getEncoder().encodeToString(value);
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : storable(new String(bytes, StandardCharsets.UTF_8));
    }

    private static String storable(String text) {
        String clean = text.replace("\u0000", "");
        return clean.length() <= LONGEST_NAME ? clean : clean.substring(0, LONGEST_NAME);
    }
}
