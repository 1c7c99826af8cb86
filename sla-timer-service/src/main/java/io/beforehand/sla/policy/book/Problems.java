package io.beforehand.sla.policy.book;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers everything that is wrong with a document, so that its author hears of all of it at once. */
final class Problems {

    /**
     * @param field where, such as {@code goals.first-response.warn[1]}
     * @param reason what it must be
     */
    record Problem(String field, String reason) {}

    private final List<Problem> found = new ArrayList<>();

    void add(String field, String reason) {
        found.add(new Problem(field, reason));
    }

    /** The value, or null and a problem when it refuses to be made. */
    <T> @Nullable T attempt(String field, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            add(field, String.valueOf(e.getMessage()));
            return null;
        }
    }

    List<Problem> found() {
        return List.copyOf(found);
    }
}
