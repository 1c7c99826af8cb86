package io.beforehand.intake.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** What could come instead of a delivery. */
final class Mutations {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SOME = 5;
    private static final String MARK = "instead-of-this";

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "7",
            "-1",
            "1e999",
            "-1e999",
            "9".repeat(25),
            "9223372036854775807",
            "-9223372036854775808",
            "[]",
            "[null,1,{},[[]]]",
            "{}",
            "{\"id\":{\"id\":[]}}",
            "\"\"",
            "\"\\u0000\\ud800\"",
            "\"\\udc00 : / ? # [ % =?utf-8?q?=00?= \"",
            "\"" + "long ".repeat(2_000) + "\"",
            "\"9999999999999999\"",
            "\"99999999999.999999999\"",
            "\"https://[\"",
            "\"+999999999-12-31T23:59:59.999999999-18:00\"",
            "\"Thu, 31 Dec 9999 23:59:59 -1800\"");

    private static final List<String> FIELDS = List.of(
            "", "%", "%00", "%ED%A0%80", "-1", "1e999", "9".repeat(30), "a%0D%0Ab", "%5B", "%7B%7D", "x".repeat(5_000));

    private static final byte[] NINES = "9".repeat(30).getBytes(StandardCharsets.US_ASCII);

    private Mutations() {}

    /** With some bytes flipped, cut off, told twice, or put in. */
    static byte[] ofBytes(byte[] bytes, Random random) {
        byte[] mutated = bytes.clone();
        for (int i = 0; i <= random.nextInt(3) && mutated.length > 0; i++) {
            int from = random.nextInt(mutated.length);
            int to = Math.min(mutated.length, from + 1 + random.nextInt(20));
            mutated = switch (random.nextInt(5)) {
                case 0 -> flipped(mutated, from, random);
                case 1 -> Arrays.copyOf(mutated, from);
                case 2 -> joined(mutated, to, mutated, from);
                case 3 -> joined(mutated, from, mutated, to);
                default -> joined(joined(mutated, from, NINES, 0), from + 30, mutated, to);
            };
        }
        return mutated;
    }

    /** Each value of JSON or of a form, also of JSON within, replaced by some others, or left out. */
    static void ofValues(String body, Random random, Consumer<String> use) {
        JsonNode tree = tree(body);
        if (tree.isContainerNode()) {
            inside(
                    tree,
                    random,
                    () -> use.accept(tree.toString()),
                    value -> use.accept(tree.toString().replace('"' + MARK + '"', value)));
        } else if (body.contains("=") && !body.contains("\n")) {
            ofFields(body.split("&"), random, use);
        }
    }

    private static void ofFields(String[] fields, Random random, Consumer<String> use) {
        for (int i = 0; i < fields.length; i++) {
            String field = fields[i];
            for (String value : some(FIELDS, random)) {
                fields[i] = field.split("=", 2)[0] + "=" + value;
                use.accept(String.join("&", fields));
            }
            fields[i] = "";
            use.accept(String.join("&", fields));
            fields[i] = field;
        }
    }

    private static void inside(JsonNode container, Random random, Runnable changed, Consumer<String> marked) {
        switch (container) {
            case ObjectNode object -> {
                for (String name :
                        object.properties().stream().map(Map.Entry::getKey).toList()) {
                    JsonNode value = object.get(name);
                    each(value, other -> object.set(name, other), random, changed, marked);
                    object.remove(name);
                    changed.run();
                    object.set(name, value);
                }
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    int at = i;
                    JsonNode value = array.get(i);
                    each(value, other -> array.set(at, other), random, changed, marked);
                    array.set(at, value);
                }
            }
            default -> {}
        }
    }

    private static void each(
            JsonNode value, Consumer<JsonNode> put, Random random, Runnable changed, Consumer<String> marked) {
        put.accept(TextNode.valueOf(MARK));
        some(VALUES, random).forEach(marked);
        if (value.isTextual() && tree(value.textValue()).isContainerNode()) {
            ofValues(value.textValue(), random, text -> {
                put.accept(TextNode.valueOf(text));
                changed.run();
            });
        }
        put.accept(value);
        inside(value, random, changed, marked);
    }

    private static List<String> some(List<String> all, Random random) {
        return random.ints(SOME, 0, all.size()).mapToObj(all::get).toList();
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }

    private static byte[] flipped(byte[] bytes, int at, Random random) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= (byte) (1 + random.nextInt(255));
        return flipped;
    }

    private static byte[] joined(byte[] one, int end, byte[] other, int from) {
        byte[] joined = Arrays.copyOf(one, end + other.length - from);
        System.arraycopy(other, from, joined, end, other.length - from);
        return joined;
    }
}
