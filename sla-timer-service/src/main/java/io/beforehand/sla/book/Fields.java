package io.beforehand.sla.book;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An object of a document, read field by field. What does not fit becomes a problem and is read as missing. */
public final class Fields {

    private static final int MOST_ENTRIES = 50;
    private static final int LONGEST_TEXT = 100;

    private final JsonNode object;
    private final String path;
    private final Problems problems;

    /** @param allowed the fields that mean something here; any other is a problem */
    public Fields(JsonNode object, String path, Set<String> allowed, Problems problems) {
        this.object = object;
        this.path = path;
        this.problems = problems;
        if (!object.isObject()) {
            problems.add(path.isEmpty() ? "body" : path, "must be an object");
        }
        object.fieldNames().forEachRemaining(name -> {
            if (!allowed.contains(name)) {
                problems.add(
                        at(name),
                        "is unknown here; known are "
                                + String.join(", ", allowed.stream().sorted().toList()));
            }
        });
    }

    /** The field's path in the whole document. */
    public String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** The field's value, or null when it is missing. */
    public @Nullable JsonNode get(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    public Iterable<String> names() {
        return object::fieldNames;
    }

    /** A text field, made into something else; null when it is missing or does not fit. */
    public <T> @Nullable T text(String name, Function<String, T> meaning) {
        JsonNode value = get(name);
        return value == null ? null : text(at(name), value, meaning);
    }

    /** A whole number; null when it is missing or none. */
    public @Nullable Integer number(String name) {
        JsonNode value = get(name);
        if (value == null) {
            return null;
        }
        if (!value.canConvertToInt() || !value.isIntegralNumber()) {
            problems.add(at(name), "must be a whole number");
            return null;
        }
        return value.intValue();
    }

    /** True or false; null when it is missing or neither. */
    public @Nullable Boolean bool(String name) {
        JsonNode value = get(name);
        if (value == null) {
            return null;
        }
        if (!value.isBoolean()) {
            problems.add(at(name), "must be true or false");
            return null;
        }
        return value.booleanValue();
    }

    /** The entries of a list that fit; none when it is missing. */
    public <T> List<T> list(String name, Function<String, T> meaning) {
        return list(name, MOST_ENTRIES, meaning);
    }

    /** The same for a list that may have so many entries. */
    public <T> List<T> list(String name, int most, Function<String, T> meaning) {
        JsonNode value = get(name);
        List<T> entries = new ArrayList<>();
        if (value == null) {
            return entries;
        }
        if (!value.isArray() || value.size() > most) {
            problems.add(at(name), "must be a list of at most " + most + " texts");
            return entries;
        }
        for (int i = 0; i < value.size(); i++) {
            T entry = text(at(name) + "[" + i + "]", value.get(i), meaning);
            if (entry != null) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private <T> @Nullable T text(String where, JsonNode value, Function<String, T> meaning) {
        if (!value.isTextual()
                || value.textValue().isBlank()
                || value.textValue().length() > LONGEST_TEXT) {
            problems.add(where, "must be a text of at most " + LONGEST_TEXT + " characters");
            return null;
        }
        return problems.attempt(where, () -> meaning.apply(value.textValue()));
    }
}
