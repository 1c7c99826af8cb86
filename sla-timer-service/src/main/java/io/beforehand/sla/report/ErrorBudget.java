package io.beforehand.sla.report;

import java.util.Optional;

/**
 * How many promises may be broken while the target is still kept. Both the budget and what is used of it grow with the period,
 * so the burn rate means the same for a month that has only begun.
 *
 * @param target percent of the promises that are to be kept
 * @param allowed (1 − target) × count
 * @param used broken promises that were not waived
 * @param left negative once the target is missed
 * @param burnRate used / allowed: above 1 the target will be missed if it goes on like this
 */
public record ErrorBudget(double target, double allowed, long used, double left, Optional<Double> burnRate) {

    static ErrorBudget of(double target, long count, long breached) {
        double allowed = Numbers.rounded((100 - target) * count / 100);
        return new ErrorBudget(
                target,
                allowed,
                breached,
                Numbers.rounded(allowed - breached),
                allowed > 0 ? Optional.of(Numbers.rounded(breached / allowed)) : Optional.empty());
    }
}
