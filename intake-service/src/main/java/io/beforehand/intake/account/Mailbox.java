package io.beforehand.intake.account;

import io.beforehand.intake.request.core.Defaults;
import io.beforehand.intake.webhook.core.BearerSecret;
import java.util.List;

/** An account of kind {@code email} as far as it matters for the mails that come to it. */
public record Mailbox(List<BearerSecret> secrets, Defaults defaults) {

    public Mailbox {
        secrets = List.copyOf(secrets);
    }

    static Mailbox of(KnownAccount account) {
        return new Mailbox(account.secrets().stream().map(BearerSecret::of).toList(), account.defaults());
    }

    public boolean admits(String token) {
        return BearerSecret.anyMatches(secrets, token);
    }
}
