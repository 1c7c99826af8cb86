package io.beforehand.intake.adapter.twilio;

import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.Moments;
import io.beforehand.intake.adapter.Parameters.Parameter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a form. Twilio sends those without a value as empty ones: they count as missing. */
record Fields(Map<String, String> values) {

    static Fields of(Delivery delivery) {
        Map<String, String> values = new HashMap<>();
        for (Parameter field : delivery.form()) {
            values.putIfAbsent(field.name(), field.value());
        }
        return new Fields(values);
    }

    boolean has(String name) {
        return get(name) != null;
    }

    @Nullable
    String get(String name) {
        String value = values.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** Also an empty one, where that says something; null if there is none. */
    @Nullable
    String raw(String name) {
        return values.get(name);
    }

    @Nullable
    String first(String... names) {
        for (String name : names) {
            String value = get(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    String required(String... names) {
        String value = first(names);
        if (value == null) {
            throw new MalformedDeliveryException(names[0] + " is missing");
        }
        return value;
    }

    String or(String name, String otherwise) {
        String value = get(name);
        return value == null ? otherwise : value;
    }

    /** A time as mails write them; null if there is none. */
    @Nullable
    Instant time(String name) {
        String value = get(name);
        try {
            return value == null
                    ? null
                    : Moments.plausible(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant())
                            .orElse(null);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
