package io.beforehand.sla.clock;

import io.beforehand.events.Metric;
import io.beforehand.sla.policy.Choice;
import io.beforehand.sla.policy.Goal;
import io.beforehand.sla.policy.Policy;
import java.time.Instant;
import java.util.Map;

/**
 * The budgets within the customer's promise. The clock of one starts when its holder gets the request for the first time, stands
 * still while others have it, and is stopped when the request is over.
 */
final class Budgets {

    private Budgets() {}

    /** Who has the request after a fact that all other clocks have taken in, and what that means to the budgets. */
    static RequestClocks after(RequestClocks clocks, Fact fact) {
        return switch (fact) {
            case Fact.Opening opening -> meant(clocks, opening.choice(), fact.at());
            case Fact.Reclassified(Instant at, Choice choice) -> meant(clocks, choice, at);
            case Fact.Assigned(Instant at, String team) ->
                followed(clocks.in(clocks.situation().with(team)), at);
            case Fact.StatusMoved moved -> followed(clocks, moved.at());
            case Fact.Acknowledged _, Fact.Replied _, Fact.Updated _, Fact.CustomerWrote _ -> clocks;
        };
    }

    /** Who has solved it has kept his budget, or has not. */
    static RequestClocks stop(RequestClocks clocks, Instant at) {
        return clocks.each((clock, state) -> isBudget(clock) ? clock.in(state.stop(at)) : clock);
    }

    /** Whether a metric is a budget in that policy: {@link #after} starts its clock, nothing else does. */
    static boolean has(Policy policy, Metric metric) {
        Goal goal = policy.goals().get(metric);
        return goal != null && goal.isBudget();
    }

    private static RequestClocks meant(RequestClocks clocks, Choice choice, Instant at) {
        return followed(clocks.in(clocks.situation().meantFor(choice.traits().team())), at);
    }

    /** The clocks of who has it run, from where they stood; those of others stand still meanwhile. */
    private static RequestClocks followed(RequestClocks clocks, Instant at) {
        RequestClocks started = clocks;
        for (Map.Entry<Metric, Goal> promised : clocks.policy().goals().entrySet()) {
            if (begins(started, promised.getKey(), promised.getValue())) {
                started = started.start(promised.getKey(), at);
            }
        }
        PauseCause cause = PauseCause.of(clocks.situation().status());
        return started.each((clock, state) -> isBudget(clock) ? clock.in(clocks.follow(state, cause, at)) : clock);
    }

    private static boolean begins(RequestClocks clocks, Metric metric, Goal goal) {
        return goal.isBudget()
                && !clocks.isOver()
                && clocks.situation().isWith(goal.holder())
                && clocks.clocks().stream()
                        .noneMatch(clock -> clock.ref().metric().equals(metric) && !clock.isOver());
    }

    private static boolean isBudget(Clock clock) {
        return clock.course().terms().goal().isBudget();
    }
}
