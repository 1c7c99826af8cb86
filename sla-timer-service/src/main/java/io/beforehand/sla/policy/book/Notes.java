package io.beforehand.sla.policy.book;

import io.beforehand.events.Metric;
import io.beforehand.sla.book.Problems.Problem;
import io.beforehand.sla.policy.BudgetExcess;
import io.beforehand.sla.policy.Policy;
import io.beforehand.time.DurationText;
import java.util.List;
import java.util.stream.Collectors;

/** What the author of a policy should know of it, although it can be in force as it is. */
final class Notes {

    private Notes() {}

    static List<Problem> of(Policy policy) {
        return BudgetExcess.of(policy).stream().map(Notes::note).toList();
    }

    private static Problem note(BudgetExcess excess) {
        String left = ", more than the " + DurationText.print(excess.left()) + " that the promised resolution leaves";
        String taken = "may take " + DurationText.print(excess.taken());
        if (excess.budgets().size() == 1) {
            return new Problem("goals." + excess.budgets().getFirst().name(), taken + left);
        }
        String budgets = excess.budgets().stream().map(Metric::name).collect(Collectors.joining(", "));
        return new Problem("goals", budgets + " " + taken + " together" + left);
    }
}
