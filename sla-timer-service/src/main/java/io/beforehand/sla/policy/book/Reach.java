package io.beforehand.sla.policy.book;

import io.beforehand.sla.book.Problems.Problem;
import io.beforehand.sla.policy.Policy;
import io.beforehand.time.DueTooFarException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whether the goals of a policy can be due at all by its calendar. */
final class Reach {

    private Reach() {}

    /** The goals that a clock started now would not use up within ten years. */
    static List<Problem> problems(Policy policy, Instant now) {
        List<Problem> problems = new ArrayList<>();
        policy.goals().forEach((metric, goal) -> {
            try {
                policy.calendar().calendar().due(now, goal.within());
            } catch (DueTooFarException _) {
                problems.add(
                        new Problem("goals." + metric.name(), "must be due within ten years, as the calendar is open"));
            }
        });
        return problems;
    }
}
