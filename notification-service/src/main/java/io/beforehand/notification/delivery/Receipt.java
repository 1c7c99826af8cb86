package io.beforehand.notification.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a channel reports of a message that it took. */
enum Receipt {
    /** The channel passed it on; nobody knows yet whether it arrives. */
    SENT,
    /** The recipient's mailbox or device has it. */
    DELIVERED,
    READ,
    /** It did not arrive, and the channel does not try again. */
    FAILED,
    /** It will never arrive: the recipient's side refused it for good. */
    BOUNCED_HARD,
    /** It has not arrived yet; the channel goes on trying. */
    BOUNCED_SOFT,
    /** The recipient called it unwanted. */
    COMPLAINT;

    /** Empty for a word that this version does not know. */
    static Optional<Receipt> of(String wireName) {
        return Arrays.stream(values())
                .filter(receipt -> receipt.label().equals(wireName))
                .findFirst();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean arrived() {
        return this == DELIVERED || this == READ;
    }

    /** The reason of a delivery that the channel took and gave up; empty where it did not. */
    Optional<String> failure() {
        return switch (this) {
            case FAILED -> Optional.of("failed");
            case BOUNCED_HARD -> Optional.of("bounced");
            case SENT, DELIVERED, READ, BOUNCED_SOFT, COMPLAINT -> Optional.empty();
        };
    }
}
