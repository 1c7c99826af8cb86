package io.beforehand.intake.request.core;

import java.util.Locale;

/** Why a new request has its priority. */
public enum PriorityReason {
    LARGE_AMOUNT,
    SECURITY,
    SEVERAL_CUSTOMERS,
    VIP,
    HINT,
    NOTHING_SPECIAL;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
