package io.beforehand.sla.policy;

import java.util.Locale;

/** What becomes of running clocks when a request's priority, tier or category changes and another policy counts. */
public enum ChangeRule {
    /** The new goal counts from the start of the cycle, pauses kept. */
    RECOMPUTE,
    /** Running clocks keep the goal they started with; the new policy counts for clocks that start later. */
    KEEP,
    /** The cycle is over; a new one starts at the change with the new goal. */
    FRESH;

    /** The name in policies, lower case. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
