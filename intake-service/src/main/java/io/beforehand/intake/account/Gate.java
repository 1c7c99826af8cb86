package io.beforehand.intake.account;

import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.request.core.Defaults;

/** An account as far as it matters for the deliveries of its channel. */
public record Gate(AccountKeys keys, Defaults defaults) {

    static Gate of(KnownAccount account) {
        return new Gate(account.keys(), account.defaults());
    }
}
