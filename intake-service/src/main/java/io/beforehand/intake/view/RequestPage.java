package io.beforehand.intake.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some requests, newest first.
 *
 * @param next what to pass as {@code after} for the rest; missing at the end
 */
public record RequestPage(
        List<RequestSummary> items, @Nullable String next) {

    public RequestPage {
        items = List.copyOf(items);
    }
}
