package io.beforehand.intake.adapter.cti;

import io.beforehand.events.Customer;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who calls, by his number as it is told. */
final class Caller {

    /** What telephone systems say instead of a number or a name. */
    private static final Set<String> NOBODY =
            Set.of("", "<unknown>", "unknown", "anonymous", "restricted", "unavailable", "private");

    private Caller() {}

    /** Whoever hides his number is somebody else with each call. */
    static Customer of(@Nullable String number, @Nullable String name, String call) {
        return new Customer(
                number == null || isNobody(number) ? "anonymous/" + call : number,
                name == null || isNobody(name) ? null : name,
                null,
                null,
                null);
    }

    private static boolean isNobody(String word) {
        return NOBODY.contains(word.strip().toLowerCase(Locale.ROOT));
    }
}
