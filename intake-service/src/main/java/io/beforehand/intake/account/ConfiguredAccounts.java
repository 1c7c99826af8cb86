package io.beforehand.intake.account;

import io.beforehand.intake.IntakeConfig;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.InvalidKeysException;
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
                            keys(account),
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
                        KeyColumn.held(KeyColumn.write(known.keys())),
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
            kind.check(keys(account));
        } catch (InvalidKeysException e) {
            throw new IllegalArgumentException(
                    e.field() + " of the configured account " + name + " " + e.getMessage(), e);
        }
    }

    private static AccountKeys keys(IntakeConfig.Account account) {
        return new AccountKeys(
                account.secrets(),
                account.verifyToken().orElse(null),
                account.aesKey().orElse(null),
                account.receiveId().orElse(null),
                account.publicKey().orElse(null),
                account.publicUrl().orElse(null),
                account.jwks().orElse(null),
                account.audience().orElse(null),
                account.issuer().orElse(null),
                null);
    }
}
