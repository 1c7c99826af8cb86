package io.beforehand.notification.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a channel reports of a message that it took. */
enum Receipt {
    /** The recipient's mailbox has it. */
    DELIVERED,
    READ,
    /** It will never arrive: the channel gave it up. */
    BOUNCED_HARD,
    /** It has not arrived yet; the channel goes on trying. */
    BOUNCED_SOFT,
    /** The recipient called it unwanted. */
    COMPLAINT;

    /** The reason of a delivery that the channel took and gave up. */
    static final String BOUNCED = "bounced";

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

    boolean failed() {
        return this == BOUNCED_HARD;
    }
}
