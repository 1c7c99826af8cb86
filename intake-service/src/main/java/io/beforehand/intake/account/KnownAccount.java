package io.beforehand.intake.account;

import io.beforehand.intake.request.core.Defaults;
import java.util.List;

/** An account that is enabled, from wherever it is known, its secrets as they were given. */
record KnownAccount(List<String> secrets, Defaults defaults) {

    KnownAccount {
        secrets = List.copyOf(secrets);
    }

    @Override
    public String toString() {
        return "KnownAccount";
    }
}
