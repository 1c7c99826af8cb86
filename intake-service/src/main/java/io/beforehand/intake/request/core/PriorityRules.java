package io.beforehand.intake.request.core;

import io.beforehand.events.Priority;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How pressing a new request is. The most pressing rule that applies counts; among equals the first named here.
 *
 * <ul>
 *   <li>urgent: a large amount in dispute
 *   <li>high: security, several customers hit, a VIP
 *   <li>what the sender suggests
 *   <li>standard
 * </ul>
 *
 * @param largeAmount the amount from which a dispute is urgent
 */
public record PriorityRules(BigDecimal largeAmount) {

    private static final String VIP = "vip";

    /** A priority and what led to it. */
    public record Ranking(Priority priority, PriorityReason reason) {}

    Ranking rank(Hints hints, @Nullable String tier) {
        Ranking ruled = ruled(hints, tier);
        Priority suggested = hints.priority();
        if (suggested == null) {
            return ruled;
        }
        // The enum's order is from the most pressing on.
        boolean morePressing = suggested.compareTo(ruled.priority()) < 0;
        return morePressing || ruled.reason() == PriorityReason.NOTHING_SPECIAL
                ? new Ranking(suggested, PriorityReason.HINT)
                : ruled;
    }

    private Ranking ruled(Hints hints, @Nullable String tier) {
        BigDecimal amount = hints.amount();
        Integer affected = hints.affectedCustomers();
        if (amount != null && amount.compareTo(largeAmount) >= 0) {
            return new Ranking(Priority.URGENT, PriorityReason.LARGE_AMOUNT);
        }
        if (hints.security()) {
            return new Ranking(Priority.HIGH, PriorityReason.SECURITY);
        }
        if (affected != null && affected > 1) {
            return new Ranking(Priority.HIGH, PriorityReason.SEVERAL_CUSTOMERS);
        }
        if (VIP.equalsIgnoreCase(tier)) {
            return new Ranking(Priority.HIGH, PriorityReason.VIP);
        }
        return new Ranking(Priority.STANDARD, PriorityReason.NOTHING_SPECIAL);
    }
}
