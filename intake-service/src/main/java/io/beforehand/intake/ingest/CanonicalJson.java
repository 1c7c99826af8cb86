package io.beforehand.intake.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Writes JSON so that two values that mean the same look the same: members sorted, no white space, numbers by their value. For
 * comparing only; not RFC 8785, whose numbers are doubles.
 */
final class CanonicalJson {

    private CanonicalJson() {}

    static String of(JsonNode value) {
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private static void write(JsonNode value, StringBuilder to) {
        switch (value.getNodeType()) {
            case OBJECT -> {
                TreeMap<String, JsonNode> members = new TreeMap<>();
                value.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
                list(members.entrySet().iterator(), '{', '}', to, member -> {
                    quote(member.getKey(), to);
                    to.append(':');
                    write(member.getValue(), to);
                });
            }
            case ARRAY -> list(value.iterator(), '[', ']', to, element -> write(element, to));
            case STRING -> quote(value.textValue(), to);
            case NUMBER -> to.append(number(value.decimalValue()));
            case BOOLEAN -> to.append(value.booleanValue());
            case NULL -> to.append("null");
            case BINARY, MISSING, POJO ->
                throw new IllegalArgumentException("not read from JSON: " + value.getNodeType());
        }
    }

    private static <T> void list(Iterator<T> items, char open, char close, StringBuilder to, Consumer<T> write) {
        to.append(open);
        while (items.hasNext()) {
            write.accept(items.next());
            if (items.hasNext()) {
                to.append(',');
            }
        }
        to.append(close);
    }

    /** In scientific notation, so that no exponent makes it long. */
    private static String number(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.unscaledValue() + "E" + -(long) shortest.scale();
    }

    private static void quote(String text, StringBuilder to) {
        to.append('"').append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
}
