package io.beforehand.localstack.up;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beforehand.localstack.Delivery;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A delivery in one line of the terminal. */
final class SinkLine {
    private static final int LONGEST = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private SinkLine() {}

    static String of(Delivery delivery) {
        String what = "%s  %s".formatted(delivery.path(), told(delivery.body()));
        return Printable.line(delivery.accepted() ? what : what + "  (answered " + delivery.status() + ")", LONGEST);
    }

    private static String told(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            String known = Stream.of("kind", "level", "cause", "number", "text")
                    .map(field -> json.path(field).asText())
                    .filter(value -> !value.isBlank())
                    .collect(Collectors.joining("  "));
            return known.isEmpty() ? body : known;
        } catch (JsonProcessingException notJson) {
            return body;
        }
    }
}
