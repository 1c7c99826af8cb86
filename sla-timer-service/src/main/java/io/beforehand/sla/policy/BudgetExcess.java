package io.beforehand.sla.policy;

import io.beforehand.events.Metric;
import io.beforehand.events.Party;
import io.beforehand.events.RequestStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Budgets that can be kept while the promise to the customer is broken: what they may take is more than the resolution leaves.
 *
 * @param budgets one, or those of several teams, which have a request one after the other
 * @param taken what they may take together
 * @param left what the promised resolution leaves for them
 */
public record BudgetExcess(List<Metric> budgets, Duration taken, Duration left) {

    public BudgetExcess {
        budgets = List.copyOf(budgets);
    }

    /** Every budget that is too long by itself; or else those of all teams, if they are too long when the request comes to each. */
    public static List<BudgetExcess> of(Policy policy) {
        List<BudgetExcess> alone = new ArrayList<>();
        policy.goals().forEach((metric, goal) -> left(policy, goal)
                .filter(left -> goal.within().compareTo(left) > 0)
                .ifPresent(left -> alone.add(new BudgetExcess(List.of(metric), goal.within(), left))));
        return alone.isEmpty() ? together(policy).stream().toList() : alone;
    }

    /** A party's budget runs beside that of the team which has the request; of a team with several the longest counts. */
    private static Optional<BudgetExcess> together(Policy policy) {
        Map<Holder, Duration> longest = new HashMap<>();
        List<Metric> budgets = new ArrayList<>();
        policy.goals().forEach((metric, goal) -> {
            if (goal.holder() instanceof Holder.Team) {
                budgets.add(metric);
                longest.merge(goal.holder(), goal.within(), (a, b) -> a.compareTo(b) > 0 ? a : b);
            }
        });
        Duration taken = longest.values().stream().reduce(Duration.ZERO, Duration::plus);
        return Optional.ofNullable(policy.goals().get(Metric.RESOLUTION))
                .map(Goal::within)
                .filter(promised -> taken.compareTo(promised) > 0)
                .map(promised -> new BudgetExcess(budgets, taken, promised));
    }

    /** What the resolution leaves for a budget; nothing bounds it if there is none, or if it stands still all the while. */
    private static Optional<Duration> left(Policy policy, Goal goal) {
        Goal resolution = policy.goals().get(Metric.RESOLUTION);
        if (resolution == null || !goal.isBudget()) {
            return Optional.empty();
        }
        if (!pauses(policy, goal.holder())) {
            return Optional.of(resolution.within());
        }
        return switch (policy.pauseLimit()) {
            case PauseLimit.None _ -> Optional.empty();
            case PauseLimit.AtMost(Duration limit) ->
                Optional.of(resolution.within().plus(limit));
        };
    }

    /** Whether the policy pauses while the holder has the request: {@code pending} for the customer, {@code on-hold} for others. */
    private static boolean pauses(Policy policy, Holder holder) {
        return holder instanceof Holder.Awaited(Party party)
                && policy.pauseOn().contains(party == Party.CUSTOMER ? RequestStatus.PENDING : RequestStatus.ON_HOLD);
    }
}
