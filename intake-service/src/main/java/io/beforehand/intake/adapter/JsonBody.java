package io.beforehand.intake.adapter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads JSON of channels: bounded, and with ids as texts whatever they are written as (some are numbers beyond 2^53). */
public final class JsonBody {

    private static final ObjectMapper JSON = mapper(Limits.JSON_BYTES);

    /** A text is no longer than the mail that it is, and that is bounded where it comes in, as the operator says. */
    private static final ObjectMapper MAIL = mapper(Integer.MAX_VALUE);

    private JsonBody() {}

    /** @throws MalformedDeliveryException if it is no JSON object, or larger than any but a mail */
    public static JsonNode object(byte[] body) {
        return objectOf(read(body));
    }

    /**
     * An object that may hold a whole mail.
     *
     * @throws MalformedDeliveryException if it is no JSON object
     */
    public static JsonNode mail(byte[] body) {
        return objectOf(read(MAIL, body));
    }

    /** @throws MalformedDeliveryException if it is no JSON, or larger than any but a mail */
    public static JsonNode read(byte[] body) {
        if (body.length > Limits.JSON_BYTES) {
            throw new MalformedDeliveryException("the body is larger than " + Limits.JSON_BYTES + " bytes");
        }
        return read(JSON, body);
    }

    private static JsonNode objectOf(JsonNode tree) {
        if (!tree.isObject()) {
            throw new MalformedDeliveryException("the body is no JSON object");
        }
        return tree;
    }

    private static JsonNode read(ObjectMapper mapper, byte[] body) {
        try {
            JsonNode tree = mapper.readTree(body);
            if (tree == null || tree.isMissingNode()) {
                throw new MalformedDeliveryException("the body is empty");
            }
            return tree;
        } catch (IOException _) {
            throw new MalformedDeliveryException("the body is no JSON");
        }
    }

    /** A text, or a number as a text; null if there is none, or it is empty or beyond all numbers. */
    public static @Nullable String text(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue().isEmpty() ? null : node.textValue();
        }
        if (node.isIntegralNumber()) {
            return node.bigIntegerValue().toString();
        }
        return node.isNumber() && Double.isFinite(node.doubleValue())
                ? node.decimalValue().toPlainString()
                : null;
    }

    /** @throws MalformedDeliveryException if there is none */
    public static String requiredText(JsonNode object, String field) {
        String text = text(object.path(field));
        if (text == null) {
            throw new MalformedDeliveryException(field + " is missing");
        }
        return text;
    }

    /** A whole number, written as one or as a text. */
    public static Optional<Long> number(JsonNode node) {
        String text = text(node);
        if (text == null || !text.matches("-?[0-9]{1,19}")) {
            return Optional.empty();
        }
        BigInteger number = new BigInteger(text);
        return number.bitLength() > 63 ? Optional.empty() : Optional.of(number.longValue());
    }

    public static @Nullable Instant seconds(JsonNode node) {
        return number(node).flatMap(Moments::ofSeconds).orElse(null);
    }

    public static @Nullable Instant millis(JsonNode node) {
        return number(node).flatMap(Moments::ofMillis).orElse(null);
    }

    /** A time of ISO 8601 in UTC or with an offset; null if there is none. */
    public static @Nullable Instant iso(JsonNode node) {
        String text = text(node);
        return text == null ? null : IsoTimes.parse(text).orElse(null);
    }

    /** The tree as JSON. */
    public static String write(JsonNode tree) {
        return tree.toString();
    }

    /** A new object to fill. */
    public static ObjectNode newObject() {
        return JSON.createObjectNode();
    }

    private static ObjectMapper mapper(int longestText) {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(Limits.JSON_DEPTH)
                                .maxNumberLength(Limits.JSON_DIGITS)
                                .maxTokenCount(Limits.JSON_TOKENS)
                                .maxStringLength(longestText)
                                .build())
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }
}
