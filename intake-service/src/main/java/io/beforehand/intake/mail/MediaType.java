package io.beforehand.intake.mail;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.MimeParameterMapping;

/**
 * The value of a field with parameters: a media type or a disposition.
 *
 * @param value in lower case
 * @param parameters by their names in lower case; continuations and charsets of RFC 2231 are read
 */
record MediaType(String value, Map<String, String> parameters) {

    static final MediaType PLAIN = new MediaType("text/plain", Map.of());

    MediaType {
        parameters = Map.copyOf(parameters);
    }

    static MediaType parse(String name, String field) {
        RawBody body = RawFieldParser.DEFAULT.parseRawBody(new RawField(name, field));
        MimeParameterMapping mapping = new MimeParameterMapping();
        for (NameValuePair pair : body.getParams()) {
            if (pair.getName() != null && pair.getValue() != null) {
                mapping.addParameter(pair.getName().toLowerCase(Locale.ROOT), pair.getValue());
            }
        }
        Map<String, String> parameters = new HashMap<>();
        mapping.getParameters().forEach((key, value) -> {
            if (key != null && value != null) {
                parameters.put(key, value);
            }
        });
        return new MediaType(body.getValue().strip().toLowerCase(Locale.ROOT), parameters);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    boolean is(String type) {
        return value.equals(type);
    }

    boolean isMultipart() {
        return value.startsWith("multipart/");
    }
}
