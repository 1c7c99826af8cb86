package io.beforehand.intake.classification.core;

import io.beforehand.events.Priority;
import org.jspecify.annotations.Nullable;

/**
 * Something that operators know of messages.
 *
 * @param id what its decisions go by
 * @param category what such a message is about, if the rule says
 * @param priority how pressing it is, if the rule says
 */
public record Rule(
        String id,
        Conditions when,
        @Nullable String category,
        @Nullable Priority priority) {

    private static final int MAX_CATEGORY = 64;

    public Rule {
        if (!id.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException("must be 1 to 64 of a-z, 0-9 and -");
        }
        if (category == null && priority == null) {
            throw new IllegalArgumentException("must set a category or a priority");
        }
        if (category != null && (category.isBlank() || category.length() > MAX_CATEGORY)) {
            throw new IllegalArgumentException("category must have 1 to " + MAX_CATEGORY + " characters");
        }
        if (!when.askForSomething()) {
            throw new IllegalArgumentException("when must ask for something, or the rule would apply to every message");
        }
    }
}
