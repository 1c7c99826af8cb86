package io.beforehand.intake.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The header fields of a mail or of one of its parts, in their order, unfolded but not decoded. */
record Headers(List<Field> fields) {

    /** @param name in lower case */
    record Field(String name, String value) {}

    Headers {
        fields = List.copyOf(fields);
    }

    Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(field -> field.value().strip())
                .findFirst();
    }

    List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .toList();
    }

    boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }

    boolean hasAnyBeginningWith(String prefix) {
        return fields.stream().anyMatch(field -> field.name().startsWith(prefix));
    }

    /** The value in lower case up to a comment or parameter; empty text where the field is missing. */
    String word(String name) {
        String value = first(name).orElse("").toLowerCase(Locale.ROOT);
        return value.split("[;( ]", 2)[0].strip();
    }
}
