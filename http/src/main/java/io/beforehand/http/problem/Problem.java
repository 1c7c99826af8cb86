package io.beforehand.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A refusal as the client sees it.
 *
 * @param detail what is wrong here, without anything a customer wrote; empty when the code says it all
 * @param more further members, such as {@code field} and {@code reason}
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457, Problem Details for HTTP APIs</a>
 */
public record Problem(ErrorCode code, Optional<String> detail, Map<String, Object> more) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonMapper JSON = new JsonMapper();

    public Problem {
        more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    public static Problem of(ErrorCode code) {
        return new Problem(code, Optional.empty(), Map.of());
    }

    /** The body, in UTF-8. */
    public byte[] json() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "urn:beforehand:problem:" + code.wireName());
        members.put("title", code.title());
        members.put("status", code.status());
        members.put("code", code.wireName());
        detail.ifPresent(text -> members.put("detail", text));
        members.putAll(more);
        try {
            return JSON.writeValueAsBytes(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("problem cannot be written: " + code, e);
        }
    }
}
