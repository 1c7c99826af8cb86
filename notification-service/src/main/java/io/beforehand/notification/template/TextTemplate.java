package io.beforehand.notification.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places for values: {@code {number}}. What stands between {@code [[} and {@code ]]} is left out unless all of
 * its places have a value. Nothing else has a meaning, and there is no way to fail when it is filled in.
 */
public final class TextTemplate {

    /** Characters of a template at the most. */
    public static final int MAX_LENGTH = 4_000;

    private static final Pattern TOKEN = Pattern.compile("\\{([a-z]+(?:-[a-z]+)*)}|\\[\\[|]]|[{}]");

    private sealed interface Part {

        record Literal(String text) implements Part {}

        record Place(String name) implements Part {}
    }

    private record Section(boolean optional, List<Part> parts) {

        boolean complete(Map<String, String> values) {
            return parts.stream().allMatch(part -> switch (part) {
                case Part.Literal _ -> true;
                case Part.Place(String name) -> values.containsKey(name);
            });
        }
    }

    private final List<Section> sections;

    private TextTemplate(List<Section> sections) {
        this.sections = List.copyOf(sections);
    }

    /**
     * Reads a template.
     *
     * @param places the names that it may use
     * @throws IllegalArgumentException saying what is wrong where
     */
    public static TextTemplate parse(String text, Set<String> places) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("must not be empty");
        }
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("must not be longer than " + MAX_LENGTH + " characters");
        }
        List<Section> sections = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        boolean optional = false;
        int from = 0;
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            parts.add(new Part.Literal(text.substring(from, token.start())));
            from = token.end();
            String found = token.group();
            if (found.equals("[[") || found.equals("]]")) {
                boolean opens = found.equals("[[");
                if (opens == optional) {
                    throw new IllegalArgumentException("has an unexpected " + found + " at " + token.start());
                }
                sections.add(new Section(optional, List.copyOf(parts)));
                parts.clear();
                optional = opens;
            } else {
                parts.add(place(token, places));
            }
        }
        if (optional) {
            throw new IllegalArgumentException("opens [[ without closing it");
        }
        parts.add(new Part.Literal(text.substring(from)));
        sections.add(new Section(false, List.copyOf(parts)));
        return new TextTemplate(sections);
    }

    private static Part place(Matcher token, Set<String> places) {
        String name = token.group(1);
        if (name == null) {
            throw new IllegalArgumentException("has a stray brace at " + token.start());
        }
        if (!places.contains(name)) {
            throw new IllegalArgumentException(
                    "has no value for {" + name + "}; there are " + String.join(", ", new TreeSet<>(places)));
        }
        return new Part.Place(name);
    }

    /** Fills in the values; a place without one, outside of an optional section, stays empty. */
    public String fill(Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        for (Section section : sections) {
            if (section.optional() && !section.complete(values)) {
                continue;
            }
            for (Part part : section.parts()) {
                text.append(
                        switch (part) {
                            case Part.Literal(String literal) -> literal;
                            case Part.Place(String name) -> PlainText.of(values.getOrDefault(name, ""));
                        });
            }
        }
        return text.toString().strip();
    }
}
