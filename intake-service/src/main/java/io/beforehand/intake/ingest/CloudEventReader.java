package io.beforehand.intake.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.intake.ingest.CloudEvent.Data;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads CloudEvents out of a request, in any of the three modes. Extension attributes are passed over. */
final class CloudEventReader {

    private static final int MAX_ATTRIBUTE = 256;
    private static final int MAX_SUBJECT = 512;

    private final int maxEvents;

    /** @param maxEvents events in a batch at the most */
    CloudEventReader(int maxEvents) {
        this.maxEvents = maxEvents;
    }

    /** An event whose attributes are {@code ce-} headers and whose data is the body, which is not looked into. */
    CloudEvent binary(Function<String, @Nullable String> headers, byte[] body) {
        if (headers.apply("ce-specversion") == null && !MediaTypes.isJson(headers.apply("content-type"))) {
            throw new ProblemException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "this is no CloudEvent");
        }
        Attributes attributes = name -> {
            String header = headers.apply("ce-" + name);
            return header == null ? null : HeaderText.decode("ce-" + name, header);
        };
        String contentType = headers.apply("content-type");
        Data data = body.length == 0
                ? new Data.None()
                : new Data.Bytes(contentType == null ? MediaTypes.JSON : contentType, body);
        return event("", attributes, data);
    }

    /** One event, the body as a whole. */
    CloudEvent structured(byte[] body) {
        return structured("", JsonTrees.read(body));
    }

    /** Any number of events up to the limit, none included. */
    List<CloudEvent> batched(byte[] body) {
        JsonNode batch = JsonTrees.read(body);
        if (!batch.isArray()) {
            throw malformed("", "a batch must be an array");
        }
        if (batch.size() > maxEvents) {
            throw new ProblemException(
                    ErrorCode.BODY_TOO_LARGE, "a batch may hold " + maxEvents + " events at the most");
        }
        List<CloudEvent> events = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            events.add(structured("[" + i + "]", batch.get(i)));
        }
        return events;
    }

    private interface Attributes {
        @Nullable
        String get(String name);
    }

    private static CloudEvent structured(String place, JsonNode event) {
        if (!event.isObject()) {
            throw malformed(place, "an event must be an object");
        }
        Attributes attributes = name -> {
            JsonNode value = event.get(name);
            if (value == null || value.isNull()) {
                return null;
            }
            if (!value.isTextual()) {
                throw malformed(place, name + " must be a string");
            }
            return value.textValue();
        };
        return event(place, attributes, data(place, attributes, event));
    }

    private static Data data(String place, Attributes attributes, JsonNode event) {
        JsonNode json = event.get("data");
        String encoded = attributes.get("data_base64");
        if (encoded == null) {
            return json == null || json.isNull() ? new Data.None() : new Data.Json(json);
        }
        if (json != null) {
            throw malformed(place, "data and data_base64 exclude each other");
        }
        String type = attributes.get("datacontenttype");
        try {
            return new Data.Bytes(
                    type == null ? MediaTypes.JSON : type, Base64.getDecoder().decode(encoded));
        } catch (IllegalArgumentException _) {
            throw malformed(place, "data_base64 must be Base64");
        }
    }

    private static CloudEvent event(String place, Attributes attributes, Data data) {
        String version = attributes.get("specversion");
        if (!"1.0".equals(version)) {
            throw malformed(place, version == null ? "specversion is missing" : "specversion must be 1.0");
        }
        String source = required(place, attributes, "source");
        try {
            new URI(source);
        } catch (URISyntaxException _) {
            throw malformed(place, "source must be a URI reference");
        }
        String subject = attributes.get("subject");
        if (subject != null && (subject.isEmpty() || subject.length() > MAX_SUBJECT)) {
            throw malformed(place, "subject must have 1 to " + MAX_SUBJECT + " characters");
        }
        return new CloudEvent(
                place,
                required(place, attributes, "id"),
                source,
                required(place, attributes, "type"),
                subject,
                time(place, attributes.get("time")),
                data);
    }

    private static String required(String place, Attributes attributes, String name) {
        String value = attributes.get(name);
        if (value == null) {
            throw malformed(place, name + " is missing");
        }
        if (value.isEmpty() || value.length() > MAX_ATTRIBUTE) {
            throw malformed(place, name + " must have 1 to " + MAX_ATTRIBUTE + " characters");
        }
        return value;
    }

    private static @Nullable Instant time(String place, @Nullable String time) {
        try {
            return time == null ? null : OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException _) {
            throw malformed(place, "time must be an RFC 3339 timestamp");
        }
    }

    private static ProblemException malformed(String place, String detail) {
        return new ProblemException(
                ErrorCode.MALFORMED_CLOUDEVENT, place.isEmpty() ? detail : "event " + place + ": " + detail);
    }
}
