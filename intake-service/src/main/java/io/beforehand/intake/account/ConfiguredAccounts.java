package io.beforehand.intake.account;

import io.beforehand.intake.IntakeConfig;
import io.beforehand.intake.request.core.Defaults;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The accounts of the configuration. A kind that is none, or a secret, keeps the service from starting. */
@Startup
@Singleton
class ConfiguredAccounts {

    private final Map<AccountId, KnownAccount> accounts = new HashMap<>();

    ConfiguredAccounts(IntakeConfig config) {
        config.accounts().forEach((name, account) -> {
            check(name, account);
            accounts.put(
                    new AccountId(account.kind(), account.account()),
                    new KnownAccount(
                            account.secrets(),
                            new Defaults(
                                    account.locale().orElse(null),
                                    account.team().orElse(null),
                                    account.tier().orElse(null))));
        });
    }

    Map<String, KnownAccount> find(Kind kind, Collection<String> names) {
        Map<String, KnownAccount> found = new HashMap<>();
        for (String name : names) {
            KnownAccount account = accounts.get(new AccountId(kind.wireName(), name));
            if (account != null) {
                found.put(name, account);
            }
        }
        return found;
    }

    Optional<AccountView> view(Kind kind, String account) {
        return Optional.ofNullable(accounts.get(new AccountId(kind.wireName(), account)))
                .map(known -> new AccountView(
                        kind.wireName(),
                        account,
                        known.secrets().size(),
                        true,
                        new AccountSettings.DefaultValues(
                                known.defaults().locale(),
                                known.defaults().team(),
                                known.defaults().tier()),
                        Instant.EPOCH));
    }

    private static void check(String name, IntakeConfig.Account account) {
        Kind kind = Kind.of(account.kind())
                .orElseThrow(
                        () -> new IllegalArgumentException("kind of the configured account " + name + " is unknown"));
        try {
            account.secrets().forEach(kind::check);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("secret of the configured account " + name + " " + e.getMessage());
        }
    }
}
