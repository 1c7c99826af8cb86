package io.beforehand.notification.mail;

import io.beforehand.events.DeliveryKind;
import java.util.Optional;

/** Whether a person wrote a mail, and if not, why the machine did (RFC 3834). */
enum Automation {
    /** Somebody wrote it. */
    HUMAN,
    /** A machine's answer to a mail. */
    REPLIED,
    /** A machine's word of its own accord. */
    GENERATED,
    /** As the one before, but meant to wake somebody: not marked as bulk, which may be put aside. */
    URGENT;

    static Automation of(DeliveryKind kind) {
        return switch (kind) {
            case REPLY -> HUMAN;
            case ACKNOWLEDGEMENT, ANSWER -> REPLIED;
            case UPDATE, SURVEY -> GENERATED;
            case ALERT -> URGENT;
        };
    }

    /** The value of {@code Auto-Submitted}; empty for what a person wrote. */
    Optional<String> autoSubmitted() {
        return switch (this) {
            case HUMAN -> Optional.empty();
            case REPLIED -> Optional.of("auto-replied");
            case GENERATED, URGENT -> Optional.of("auto-generated");
        };
    }
}
