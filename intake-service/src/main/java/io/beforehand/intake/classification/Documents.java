package io.beforehand.intake.classification;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.beforehand.http.body.StrictJson;
import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** JSON and YAML as trees. */
final class Documents {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private Documents() {}

    /** @throws ProblemException {@code malformed-json} or {@code invalid-text} */
    static JsonNode json(byte[] body) {
        StrictJson.check(body);
        try {
            return JSON.readTree(body);
        } catch (IOException _) {
            throw new ProblemException(ErrorCode.MALFORMED_JSON);
        }
    }

    /** @throws ProblemException {@code malformed-json} or {@code invalid-text}: YAML is held to what JSON is */
    static JsonNode yaml(byte[] body) {
        try {
            return json(JSON.writeValueAsBytes(YAML.readTree(body)));
        } catch (IOException _) {
            throw new ProblemException(ErrorCode.MALFORMED_JSON, "the body is not the YAML of one object");
        }
    }

    /** What was stored as JSON. */
    static JsonNode stored(String document) {
        try {
            return JSON.readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A YAML document that ships with the service. */
    static JsonNode shipped(String name) {
        try (InputStream file =
                Objects.requireNonNull(Documents.class.getResourceAsStream("/classification/" + name))) {
            return yaml(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
