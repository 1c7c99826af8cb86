package io.beforehand.intake.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvent 1.0, its data not looked into yet.
 *
 * @param place where it stands in its batch, empty outside one; the beginning of the path of its fields
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md">CloudEvents 1.0.2</a>
 */
record CloudEvent(
        String place,
        String id,
        String source,
        String type,
        @Nullable String subject,
        @Nullable Instant time,
        Data data) {

    /** What the event carries. */
    sealed interface Data {

        record None() implements Data {}

        record Json(JsonNode value) implements Data {}

        /** Bytes as they came: JSON if the media type says so, and checked only when somebody reads them. */
        record Bytes(String mediaType, byte[] value) implements Data {

            boolean isJson() {
                return MediaTypes.isJson(mediaType);
            }
        }
    }

    /** The data as JSON, if it is. */
    Data resolved() {
        return data instanceof Data.Bytes bytes && bytes.isJson() ? new Data.Json(JsonTrees.read(bytes.value())) : data;
    }
}
