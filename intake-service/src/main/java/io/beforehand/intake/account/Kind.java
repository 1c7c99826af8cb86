package io.beforehand.intake.account;

import io.beforehand.intake.webhook.core.BearerSecret;
import io.beforehand.intake.webhook.core.WebhookSecret;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of channel accounts there are, and what their secrets look like. */
enum Kind {
    /** The account is a source of events, its secrets sign them. */
    CLOUDEVENTS {
        @Override
        void check(String secret) {
            WebhookSecret.of(secret);
        }
    },
    /** The account is a mailbox, its secrets are shown by the mail system that hands mails over. */
    EMAIL {
        @Override
        void check(String secret) {
            BearerSecret.of(secret);
        }
    };

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> of(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(wireName))
                .findFirst();
    }

    /** @throws IllegalArgumentException saying what is wrong, without the secret */
    abstract void check(String secret);
}
