package io.beforehand.intake.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.http.problem.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object whose members are read one by one, each refused by its path when it does not fit. What is null counts as missing;
 * nothing is taken for another type; members that nobody asks for are passed over.
 */
final class Fields {

    /** Digits before and after the point. Beyond that a number is an attack, not an amount. */
    private static final int MAX_DIGITS = 18;

    private final JsonNode object;
    private final String path;

    private Fields(JsonNode object, String path) {
        this.object = object;
        this.path = path;
    }

    /** @param path where the object stands, empty for the body itself */
    static Fields of(JsonNode object, String path) {
        if (!object.isObject()) {
            throw ProblemException.invalidField(path.isEmpty() ? "body" : path, "must be an object");
        }
        return new Fields(object, path);
    }

    ProblemException refuse(String name, String reason) {
        return ProblemException.invalidField(pathOf(name), reason);
    }

    Optional<Fields> object(String name) {
        return member(name).map(node -> of(node, pathOf(name)));
    }

    Fields requiredObject(String name) {
        return object(name).orElseThrow(() -> refuse(name, "must be given"));
    }

    @Nullable
    String text(String name, int maxLength) {
        JsonNode node = member(name).orElse(null);
        if (node == null) {
            return null;
        }
        if (!node.isTextual()) {
            throw refuse(name, "must be a string");
        }
        if (node.textValue().length() > maxLength) {
            throw refuse(name, "must have at most " + maxLength + " characters");
        }
        return node.textValue();
    }

    /** A text that is there is not blank. */
    @Nullable
    String word(String name, int maxLength) {
        String text = text(name, maxLength);
        if (text != null && text.isBlank()) {
            throw refuse(name, "must not be blank");
        }
        return text;
    }

    String requiredWord(String name, int maxLength) {
        String word = word(name, maxLength);
        if (word == null) {
            throw refuse(name, "must be given");
        }
        return word;
    }

    /** @param known finds the value by its name, or says which names there are with an IllegalArgumentException */
    <E> @Nullable E oneOf(String name, Function<String, E> known) {
        String text = text(name, Integer.MAX_VALUE);
        try {
            return text == null ? null : known.apply(text);
        } catch (IllegalArgumentException e) {
            throw refuse(name, String.valueOf(e.getMessage()));
        }
    }

    <E> E requiredOneOf(String name, Function<String, E> known) {
        E value = oneOf(name, known);
        if (value == null) {
            throw refuse(name, "must be given");
        }
        return value;
    }

    @Nullable
    Long wholeNumber(String name, long max) {
        JsonNode node = member(name).orElse(null);
        if (node == null) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0 || node.longValue() > max) {
            throw refuse(name, "must be a whole number from 0 to " + max);
        }
        return node.longValue();
    }

    @Nullable
    BigDecimal amount(String name) {
        JsonNode node = member(name).orElse(null);
        if (node == null) {
            return null;
        }
        if (!node.isNumber()) {
            throw refuse(name, "must be a number");
        }
        BigDecimal amount = node.decimalValue();
        if (amount.signum() < 0
                || amount.scale() > MAX_DIGITS
                || amount.precision() - (long) amount.scale() > MAX_DIGITS) {
            throw refuse(name, "must be a number of at most " + MAX_DIGITS + " digits, not negative");
        }
        return amount;
    }

    boolean flag(String name) {
        return flag(name, false);
    }

    /** @param otherwise what counts when it is missing */
    boolean flag(String name, boolean otherwise) {
        return member(name)
                .map(node -> {
                    if (!node.isBoolean()) {
                        throw refuse(name, "must be true or false");
                    }
                    return node.booleanValue();
                })
                .orElse(otherwise);
    }

    List<Fields> objects(String name, int atMost) {
        JsonNode node = member(name).orElse(null);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray() || node.size() > atMost) {
            throw refuse(name, "must be an array of at most " + atMost);
        }
        List<Fields> objects = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            objects.add(of(node.get(i), pathOf(name) + "[" + i + "]"));
        }
        return objects;
    }

    private Optional<JsonNode> member(String name) {
        return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
    }

    private String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
