package io.beforehand.intake.account;

import io.beforehand.intake.request.core.Defaults;
import io.beforehand.intake.webhook.core.WebhookSecret;
import java.util.List;

/** An account as far as it matters for what it sends. */
public record Sender(List<WebhookSecret> secrets, Defaults defaults) {

    static Sender of(KnownAccount account) {
        return new Sender(account.secrets().stream().map(WebhookSecret::of).toList(), account.defaults());
    }

    public Sender {
        secrets = List.copyOf(secrets);
    }
}
