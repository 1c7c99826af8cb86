package io.beforehand.intake.adapter;

import io.beforehand.intake.adapter.Parameters.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One HTTP call of a channel, as it came.
 *
 * @param method {@code POST} or {@code GET}
 * @param target path and query as they were received, still encoded
 * @param headers by name, whatever its case; of a repeated header the first
 * @param body the bytes as received: signatures are over them
 */
public record Delivery(String method, String target, Map<String, String> headers, byte[] body) {

    public Delivery {
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The media type without its parameters, in lower case; empty if none is said. */
    public String mediaType() {
        return header("content-type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** The query as received, still encoded; empty if there is none. */
    public String rawQuery() {
        int mark = target.indexOf('?');
        return mark < 0 ? "" : target.substring(mark + 1);
    }

    /** The first value of that name in the query, decoded. */
    public Optional<String> query(String name) {
        return Parameters.first(queryParameters(), name);
    }

    public List<Parameter> queryParameters() {
        return Parameters.decoded(rawQuery());
    }

    /** The fields of a body of {@code application/x-www-form-urlencoded} in UTF-8, in their order, repeated ones too. */
    public List<Parameter> form() {
        return Parameters.decoded(new String(body, StandardCharsets.ISO_8859_1));
    }

    /** Without what it says: that is nobody's business before it is verified, and no log's ever. */
    @Override
    public String toString() {
        return "Delivery";
    }
}
