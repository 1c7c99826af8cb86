package io.beforehand.http.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.List;

/** JSON that is well-formed but does not fit: names the field, and says what it must be without repeating what it was. */
final class Binding {

    private Binding() {}

    static Problem problem(JsonMappingException mismatch) {
        return ProblemException.invalidField(path(mismatch.getPath()), reason(mismatch))
                .problem();
    }

    private static String path(List<Reference> references) {
        StringBuilder path = new StringBuilder();
        for (Reference reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    private static String reason(JsonMappingException mismatch) {
        return switch (mismatch) {
            case ValueInstantiationException refused
            when refused.getCause() instanceof IllegalArgumentException why && why.getMessage() != null ->
                why.getMessage();
            case InvalidNullException _ -> "must not be null";
            case MismatchedInputException other
            when other.getTargetType() != null -> "must be " + name(other.getTargetType());
            default -> "does not fit";
        };
    }

    private static String name(Class<?> type) {
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a string";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return type == boolean.class ? "true or false" : "a number";
        }
        if (type.isArray() || Iterable.class.isAssignableFrom(type)) {
            return "an array";
        }
        return switch (type.getSimpleName()) {
            case "Instant", "OffsetDateTime" -> "an ISO 8601 instant";
            case "Duration" -> "an ISO 8601 duration";
            case "Boolean" -> "true or false";
            default -> type.isEnum() ? "one of the known words" : "an object";
        };
    }
}
