package io.beforehand.intake.adapter.email;

import io.beforehand.intake.mail.Checks.Result;
import io.beforehand.intake.mail.MailField;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Header fields into which a provider writes what its checks said. A sender can write the same fields himself, so that of several
 * the worst counts.
 */
public record CheckedFields(List<MailField> header) {

    public CheckedFields {
        header = List.copyOf(header);
    }

    /** The worst of what the fields of that name say; {@link Result#UNKNOWN} if there is none. */
    public Result worst(String name, Function<String, Result> reading) {
        List<Result> all = values(name).map(reading).toList();
        if (all.isEmpty() || all.contains(Result.FAIL)) {
            return Result.failIf(!all.isEmpty());
        }
        return all.contains(Result.UNKNOWN) ? Result.UNKNOWN : Result.PASS;
    }

    /** Whether one of that name says yes. */
    public boolean isYes(String name) {
        return values(name).anyMatch(value -> value.regionMatches(true, 0, "yes", 0, 3));
    }

    private Stream<String> values(String name) {
        return header.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(field -> field.value().strip());
    }
}
