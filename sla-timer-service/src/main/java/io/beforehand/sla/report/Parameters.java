package io.beforehand.sla.report;

import io.beforehand.sla.book.Problems;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The parameters of a question, read one by one. What does not fit becomes a problem and is read as missing. */
final class Parameters {

    private final MultivaluedMap<String, String> given;
    private final Problems problems = new Problems();

    /** @param known the parameters that mean something here; any other is a problem */
    Parameters(MultivaluedMap<String, String> given, Set<String> known) {
        this.given = given;
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name ->
                        // What somebody typed is not said again.
                        problems.add(
                                name.matches("[a-zA-Z-]{1,30}") ? name : "query",
                                "is unknown here; known are "
                                        + String.join(
                                                ", ", known.stream().sorted().toList())));
    }

    <T> Optional<T> read(String name, Function<String, T> meaning) {
        return Optional.ofNullable(given.getFirst(name)).map(text -> problems.attempt(name, () -> meaning.apply(text)));
    }

    /** Words with commas between them, each counting once. */
    <T> List<T> list(String name, Function<String, T> meaning) {
        Set<T> values = new LinkedHashSet<>();
        for (String list : given.getOrDefault(name, List.of())) {
            for (String word : list.split(",", -1)) {
                T value = problems.attempt(name, () -> meaning.apply(word));
                if (value != null) {
                    values.add(value);
                }
            }
        }
        return new ArrayList<>(values);
    }

    void problem(String name, String reason) {
        problems.add(name, reason);
    }

    /** @throws io.beforehand.http.problem.ProblemException {@code invalid-field} with all problems, if there are any */
    void refuse() {
        problems.refuse();
    }
}
