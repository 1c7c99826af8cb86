package io.beforehand.intake.account;

import java.time.Instant;
import java.util.List;

/**
 * An account as operators see it: without its secrets.
 *
 * @param keys which of the other keys it holds, such as {@code aesKey}
 */
public record AccountView(
        String kind,
        String account,
        int secretCount,
        List<String> keys,
        boolean enabled,
        AccountSettings.DefaultValues defaults,
        Instant changedAt) {

    static AccountView of(ChannelAccount account) {
        return new AccountView(
                account.id.kind(),
                account.id.account(),
                account.secrets.length,
                KeyColumn.held(account.keys),
                account.enabled,
                new AccountSettings.DefaultValues(account.locale, account.team, account.tier),
                account.changedAt);
    }
}
