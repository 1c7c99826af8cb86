package io.beforehand.intake.ingest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.beforehand.http.body.StrictJson;
import java.io.IOException;

/** Bytes of a stranger as JSON, numbers as they were written. */
final class JsonTrees {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private JsonTrees() {}

    /** @throws io.beforehand.http.problem.ProblemException {@code malformed-json} or {@code invalid-text} */
    static JsonNode read(byte[] body) {
        StrictJson.check(body);
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new IllegalStateException("checked JSON cannot be read", e);
        }
    }
}
