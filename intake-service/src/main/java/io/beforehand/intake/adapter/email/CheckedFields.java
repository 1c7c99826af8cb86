package io.beforehand.intake.adapter.email;

import io.beforehand.intake.mail.MailField;
import io.beforehand.intake.mail.Verdicts.Verdict;
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

    /** The worst of what the fields of that name say; {@link Verdict#UNKNOWN} if there is none. */
    public Verdict worst(String name, Function<String, Verdict> reading) {
        List<Verdict> all = values(name).map(reading).toList();
        if (all.isEmpty() || all.contains(Verdict.FAIL)) {
            return Verdict.failIf(!all.isEmpty());
        }
        return all.contains(Verdict.UNKNOWN) ? Verdict.UNKNOWN : Verdict.PASS;
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
