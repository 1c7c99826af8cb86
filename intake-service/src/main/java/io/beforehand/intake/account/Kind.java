package io.beforehand.intake.account;

import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Adapters;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.InvalidKeysException;
import io.beforehand.intake.webhook.core.BearerSecret;
import io.beforehand.intake.webhook.core.WebhookSecret;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A kind of channel account: its name, and what an account of it must hold. */
record Kind(String wireName, Consumer<AccountKeys> rule) {

    /** The account is a source of events, its secrets sign them. */
    static final Kind CLOUDEVENTS = new Kind("cloudevents", keys -> each(keys.secrets(), WebhookSecret::of));

    /** The account is a mailbox, its secrets are shown by the mail system that hands mails over. */
    static final Kind EMAIL = new Kind("email", keys -> each(keys.secrets(), BearerSecret::of));

    private static final int MAX_SECRETS = 5;

    static Optional<Kind> of(String wireName) {
        if (wireName.equals(CLOUDEVENTS.wireName)) {
            return Optional.of(CLOUDEVENTS);
        }
        return wireName.equals(EMAIL.wireName)
                ? Optional.of(EMAIL)
                : Adapters.of(wireName).map(Kind::of);
    }

    static Kind of(ChannelAdapter adapter) {
        return new Kind(adapter.kind(), adapter::check);
    }

    /** @throws InvalidKeysException saying what is wrong, without a secret */
    void check(AccountKeys keys) {
        rule.accept(keys);
    }

    private static void each(List<String> secrets, Consumer<String> rule) {
        if (secrets.isEmpty() || secrets.size() > MAX_SECRETS) {
            throw new InvalidKeysException("secrets", "must hold 1 to " + MAX_SECRETS + " secrets");
        }
        for (int i = 0; i < secrets.size(); i++) {
            try {
                rule.accept(secrets.get(i));
            } catch (IllegalArgumentException e) {
                throw new InvalidKeysException("secrets[" + i + "]", String.valueOf(e.getMessage()));
            }
        }
    }
}
