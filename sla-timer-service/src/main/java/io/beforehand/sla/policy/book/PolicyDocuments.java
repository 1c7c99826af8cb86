package io.beforehand.sla.policy.book;

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
final class PolicyDocuments {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private PolicyDocuments() {}

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

    /** A policy that ships with the service. */
    static JsonNode shipped(String resource) {
        try (InputStream file = PolicyDocuments.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("missing " + resource);
            }
            return yaml(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode stored(String document) {
        try {
            return JSON.readTree(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String stored(ObjectNode document) {
        return document.toString();
    }
}
