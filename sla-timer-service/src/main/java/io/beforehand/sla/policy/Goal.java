package io.beforehand.sla.policy;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * What is promised for one metric.
 *
 * @param within working time, whole milliseconds, from 1 ms to 3650 days
 * @param warnings before the deadline, and escalations after it; each once, in the order written
 * @param holder whose time it is
 */
public record Goal(Duration within, List<WarningMark> warnings, Holder holder) {

    public static final Duration LONGEST = Duration.ofDays(3650);

    /** A promise of all of us. */
    public Goal(Duration within, List<WarningMark> warnings) {
        this(within, warnings, Holder.ANYBODY);
    }

    public Goal {
        if (within.compareTo(Duration.ofMillis(1)) < 0 || within.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("must be between 1ms and 3650d: " + within);
        }
        if (!within.equals(Duration.ofMillis(within.toMillis()))) {
            throw new IllegalArgumentException("must be whole milliseconds: " + within);
        }
        warnings = List.copyOf(warnings);
        for (WarningMark mark : warnings) {
            if (!mark.usedOf(within).isPositive()) {
                throw new IllegalArgumentException("warning " + mark.text() + " is not within the goal");
            }
        }
        if (warnings.stream().distinct().count() < warnings.size()) {
            throw new IllegalArgumentException("a warning stands there twice");
        }
    }

    /** Whether it is part of the customer's promise that one holder has for himself. */
    public boolean isBudget() {
        return !holder.equals(Holder.ANYBODY);
    }

    /** When a broken promise is to be told again, the soonest first. */
    public List<WarningMark> escalations() {
        return warnings.stream()
                .filter(WarningMark.After.class::isInstance)
                .sorted(Comparator.comparing(mark -> mark.usedOf(within)))
                .toList();
    }
}
