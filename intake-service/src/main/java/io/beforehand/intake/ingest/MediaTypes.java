package io.beforehand.intake.ingest;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Media types as the HTTP binding of CloudEvents tells its modes apart. */
final class MediaTypes {

    static final String JSON = "application/json";

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCHED = "application/cloudevents-batch+json";
    private static final String CLOUDEVENTS = "application/cloudevents";

    /** How an event is laid into a request. */
    enum Mode {
        BINARY,
        STRUCTURED,
        BATCHED
    }

    private MediaTypes() {}

    /** @throws ProblemException {@code unsupported-media-type} for other formats of events and other charsets */
    static Mode mode(@Nullable String contentType) {
        String type = type(contentType);
        if (type.equals(STRUCTURED)) {
            return Mode.STRUCTURED;
        }
        if (type.equals(BATCHED)) {
            return Mode.BATCHED;
        }
        if (type.startsWith(CLOUDEVENTS)) {
            throw new ProblemException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "events are accepted as JSON only");
        }
        return Mode.BINARY;
    }

    static boolean isJson(@Nullable String contentType) {
        String type = type(contentType);
        return type.equals(JSON) || type.endsWith("+json");
    }

    /** Type and subtype in lower case, without parameters. */
    private static String type(@Nullable String contentType) {
        if (contentType == null || contentType.isBlank()) {
            return JSON;
        }
        try {
            MediaType parsed = MediaType.valueOf(contentType);
            String charset = parsed.getParameters().get(MediaType.CHARSET_PARAMETER);
            if (charset != null && !charset.equalsIgnoreCase(StandardCharsets.UTF_8.name())) {
                throw new ProblemException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "the charset must be UTF-8");
            }
            return (parsed.getType() + "/" + parsed.getSubtype()).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException _) {
            throw new ProblemException(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        }
    }
}
