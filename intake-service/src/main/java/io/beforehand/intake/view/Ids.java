package io.beforehand.intake.view;

import java.util.Optional;
import java.util.UUID;

/** Ids as they come in addresses. */
final class Ids {

    /** An id that nobody has. */
    static final UUID NOBODY = new UUID(0, 0);

    private Ids() {}

    static Optional<UUID> parse(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
