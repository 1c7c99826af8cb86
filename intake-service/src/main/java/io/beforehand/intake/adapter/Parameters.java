package io.beforehand.intake.adapter;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code application/x-www-form-urlencoded}: UTF-8, in order, names may come again. */
public final class Parameters {

    public record Parameter(String name, String value) {}

    private Parameters() {}

    /** @throws MalformedDeliveryException for a broken escape, or more fields than anybody sends */
    static List<Parameter> decoded(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<Parameter> parameters = new ArrayList<>();
        for (String pair : text.split("&", Limits.FORM_FIELDS + 1)) {
            if (parameters.size() == Limits.FORM_FIELDS) {
                throw new MalformedDeliveryException("more than " + Limits.FORM_FIELDS + " fields");
            }
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                parameters.add(
                        equals < 0
                                ? new Parameter(decode(pair), "")
                                : new Parameter(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))));
            }
        }
        return List.copyOf(parameters);
    }

    public static Optional<String> first(List<Parameter> parameters, String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .findFirst();
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw new MalformedDeliveryException("a field is not URL-encoded");
        }
    }
}
