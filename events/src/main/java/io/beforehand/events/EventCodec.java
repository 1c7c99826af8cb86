package io.beforehand.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes events as CloudEvents 1.0 in Kafka's binary mode and reads them back: attributes as {@code ce_} headers, the
 * payload as JSON, the request id as key.
 *
 * <p>Reading is lenient where the writer may be newer (unknown fields, unknown types, missing optional fields) and strict
 * everywhere else.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">CloudEvents
 *     Kafka protocol binding</a>
 */
public final class EventCodec {

    public static final String TRACEPARENT = "traceparent";

    private static final byte[] NUL_ESCAPE = "u0000".getBytes(StandardCharsets.US_ASCII);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private EventCodec() {}

    /** What a record turned out to be. */
    public sealed interface Decoded {

        record Known(StreamEvent event) implements Decoded {}

        /** An event of a type that this version does not know: to be passed over and counted. */
        record UnknownType(String type) implements Decoded {}

        /**
         * Bytes that are no event of ours.
         *
         * @param reason a stable word, never anything out of the payload
         */
        record Undecodable(String reason) implements Decoded {}
    }

    /** The payload as JSON in UTF-8. */
    public static byte[] encode(Event event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("event cannot be written: " + event.getClass(), e);
        }
    }

    /** The record's headers, in the order they are written. */
    public static Map<String, String> headers(StreamEvent event) {
        TraceContext trace = event.trace();
        return headers(
                event.owner(),
                event.requestId(),
                event.sequence(),
                EventType.nameOf(event.event()),
                event.time(),
                trace == null ? null : trace.traceparent());
    }

    /** The headers of an event that is only known by its attributes. */
    public static Map<String, String> headers(
            Owner owner, String requestId, long sequence, String type, Instant time, @Nullable String traceparent) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", requestId + ":" + sequence);
        headers.put("ce_source", "/beforehand/" + owner.wireName());
        headers.put("ce_type", type);
        headers.put("ce_subject", requestId);
        headers.put("ce_time", time.toString());
        headers.put("ce_sequence", Long.toString(sequence));
        headers.put("content-type", "application/json");
        if (traceparent != null) {
            headers.put(TRACEPARENT, traceparent);
        }
        return headers;
    }

    /** Reads a record: its headers by name, its value as it came. */
    public static Decoded decode(Map<String, String> headers, byte @Nullable [] value) {
        String type = headers.get("ce_type");
        if (type == null) {
            return new Decoded.Undecodable("type-missing");
        }
        Class<? extends Event> eventClass = EventType.all().get(type);
        if (eventClass == null) {
            return new Decoded.UnknownType(type);
        }
        if (value == null) {
            return new Decoded.Undecodable("payload-missing");
        }
        if (holdsNul(value)) {
            return new Decoded.Undecodable("payload-holds-nul");
        }
        try {
            String subject = required(headers, "ce_subject");
            long sequence = Long.parseLong(required(headers, "ce_sequence"));
            Instant time = OffsetDateTime.parse(required(headers, "ce_time")).toInstant();
            TraceContext trace = TraceContext.parse(headers.get(TRACEPARENT)).orElse(null);
            if (subject.length() > EventLimits.MAX_ID || subject.indexOf('\0') >= 0) {
                return new Decoded.Undecodable("attributes-malformed");
            }
            Event event = read(eventClass, value);
            return new Decoded.Known(new StreamEvent(subject, sequence, time, trace, event));
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Decoded.Undecodable("attributes-malformed");
        } catch (IOException e) {
            return new Decoded.Undecodable("payload-malformed");
        }
    }

    /** Whether the JSON holds the one character that databases do not take in text; written escaped, or it is no JSON. */
    private static boolean holdsNul(byte[] json) {
        int backslashes = 0;
        for (int i = 0; i < json.length; i++) {
            if (json[i] == '\\') {
                backslashes++;
            } else {
                if (backslashes % 2 == 1 && startsWith(json, i, NUL_ESCAPE)) {
                    return true;
                }
                backslashes = 0;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] json, int from, byte[] expected) {
        return Arrays.equals(json, from, Math.min(json.length, from + expected.length), expected, 0, expected.length);
    }

    private static Event read(Class<? extends Event> type, byte[] value) throws IOException {
        Event event = JSON.readValue(value, type);
        if (event == null) {
            throw new IOException("payload is null");
        }
        RequiredComponents.check(event);
        return event;
    }

    private static String required(Map<String, String> headers, String name) {
        String value = headers.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
