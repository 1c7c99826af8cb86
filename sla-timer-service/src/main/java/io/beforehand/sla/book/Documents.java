package io.beforehand.sla.book;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.beforehand.http.body.StrictJson;
import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** JSON and YAML, to and from trees; nobody's beans are made from what somebody sends. */
public final class Documents {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private Documents() {}

    /** @throws ProblemException {@code malformed-json} or {@code invalid-text} */
    public static JsonNode json(byte[] body) {
        StrictJson.check(body);
        try {
            return JSON.readTree(body);
        } catch (IOException _) {
            throw new ProblemException(ErrorCode.MALFORMED_JSON);
        }
    }

    /** @throws ProblemException {@code malformed-json} or {@code invalid-text}: YAML is held to what JSON is */
    public static JsonNode yaml(byte[] body) {
        try {
            return json(JSON.writeValueAsBytes(YAML.readTree(body)));
        } catch (IOException _) {
            throw new ProblemException(ErrorCode.MALFORMED_JSON, "the body is not the YAML of one object");
        }
    }

    /** A document that ships with the service. */
    public static JsonNode shipped(String resource) {
        try (InputStream file = Documents.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("missing " + resource);
            }
            return yaml(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@link #stored(ObjectNode)} made. */
    public static JsonNode stored(String document) {
        try {
            return JSON.readTree(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text to be stored. */
    public static String stored(ObjectNode document) {
        return document.toString();
    }
}
