package io.beforehand.intake.account;

import io.beforehand.intake.IntakeConfig;
import io.beforehand.intake.request.core.Defaults;
import io.beforehand.intake.webhook.core.WebhookSecret;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The accounts of the configuration. A secret that is none keeps the service from starting. */
@Startup
@Singleton
class ConfiguredAccounts {

    private final Map<AccountId, Sender> accounts = new HashMap<>();

    ConfiguredAccounts(IntakeConfig config) {
        config.accounts()
                .forEach((name, account) -> accounts.put(
                        new AccountId(account.kind(), account.account()),
                        new Sender(
                                account.secrets().stream()
                                        .map(secret -> secret(name, secret))
                                        .toList(),
                                new Defaults(
                                        account.locale().orElse(null),
                                        account.team().orElse(null),
                                        account.tier().orElse(null)))));
    }

    Map<String, Sender> senders(String kind, Collection<String> names) {
        Map<String, Sender> senders = new HashMap<>();
        for (String name : names) {
            Sender sender = accounts.get(new AccountId(kind, name));
            if (sender != null) {
                senders.put(name, sender);
            }
        }
        return senders;
    }

    Optional<AccountView> view(String kind, String account) {
        return Optional.ofNullable(accounts.get(new AccountId(kind, account)))
                .map(sender -> new AccountView(
                        kind,
                        account,
                        sender.secrets().size(),
                        true,
                        new AccountSettings.DefaultValues(
                                sender.defaults().locale(),
                                sender.defaults().team(),
                                sender.defaults().tier()),
                        Instant.EPOCH));
    }

    private static WebhookSecret secret(String name, String secret) {
        try {
            return WebhookSecret.of(secret);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("secret of the configured account " + name + " " + e.getMessage());
        }
    }
}
