package io.beforehand.http;

import io.beforehand.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The {@code limit} of a list that is read in pages. Lists go on from a key ({@code after}), never from an offset. */
public final class Paging {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 500;

    private Paging() {}

    /** @throws ProblemException {@code invalid-field} unless it is missing or 1 to {@value #MAX_LIMIT} */
    public static int limit(@Nullable String parameter) {
        return parameter == null ? DEFAULT_LIMIT : (int) number("limit", parameter, 1, MAX_LIMIT);
    }

    /** @throws ProblemException {@code invalid-field} unless it is a whole number within the bounds */
    public static long number(String name, String parameter, long min, long max) {
        try {
            long number = Long.parseLong(parameter);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Refused below.
        }
        throw ProblemException.invalidField(name, "must be a whole number from " + min + " to " + max);
    }
}
