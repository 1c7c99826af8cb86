package io.beforehand.sla.book;

import io.beforehand.http.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers everything that is wrong with a document, so that its author hears of all of it at once. */
public final class Problems {

    /**
     * @param field where, such as {@code goals.first-response.warn[1]}
     * @param reason what it must be
     */
    public record Problem(String field, String reason) {}

    private final List<Problem> found = new ArrayList<>();

    public void add(String field, String reason) {
        found.add(new Problem(field, reason));
    }

    /** The value, or null and a problem when it refuses to be made. */
    public <T> @Nullable T attempt(String field, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            add(field, String.valueOf(e.getMessage()));
            return null;
        }
    }

    public List<Problem> found() {
        return List.copyOf(found);
    }

    /** @throws ProblemException {@code invalid-field} with the first problem and the list of all, if there are any */
    public void refuse() {
        if (!found.isEmpty()) {
            Problem first = found.getFirst();
            throw ProblemException.invalidField(first.field, first.reason).with("problems", found());
        }
    }
}
