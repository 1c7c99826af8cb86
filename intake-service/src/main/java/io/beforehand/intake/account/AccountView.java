package io.beforehand.intake.account;

import java.time.Instant;

/** An account as operators see it: without its secrets. */
public record AccountView(
        String kind,
        String account,
        int secretCount,
        boolean enabled,
        AccountSettings.DefaultValues defaults,
        Instant changedAt) {

    static AccountView of(ChannelAccount account) {
        return new AccountView(
                account.id.kind(),
                account.id.account(),
                account.secrets.length,
                account.enabled,
                new AccountSettings.DefaultValues(account.locale, account.team, account.tier),
                account.changedAt);
    }
}
