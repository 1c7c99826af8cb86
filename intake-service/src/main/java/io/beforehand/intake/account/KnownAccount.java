package io.beforehand.intake.account;

import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.request.core.Defaults;
import java.util.List;

/** An account that is enabled, from wherever it is known, its keys as they were given. */
record KnownAccount(AccountKeys keys, Defaults defaults) {

    List<String> secrets() {
        return keys.secrets();
    }
}
