package io.beforehand.http.deadletter;

import io.beforehand.messaging.deadletter.DeadLetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of what was set aside.
 *
 * @param next what to pass as {@code after} for the rest; missing at the end
 */
public record DeadLetterPage(
        List<DeadLetter> items, @Nullable Long next) {

    public DeadLetterPage {
        items = List.copyOf(items);
    }

    static DeadLetterPage of(List<DeadLetter> letters, int limit) {
        return new DeadLetterPage(
                letters, letters.size() < limit ? null : letters.getLast().id());
    }
}
