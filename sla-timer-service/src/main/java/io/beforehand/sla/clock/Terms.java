package io.beforehand.sla.clock;

import io.beforehand.events.RequestStatus;
import io.beforehand.sla.calendar.PinnedCalendar;
import io.beforehand.sla.policy.Goal;
import io.beforehand.sla.policy.Holder;
import io.beforehand.sla.policy.PauseLimit;
import io.beforehand.sla.policy.Policy;
import io.beforehand.sla.policy.PolicyRef;
import java.util.Set;

/** What a clock counts by, pinned when it started: later versions of the policy or calendar do not reach it. */
public record Terms(
        PolicyRef policy, PinnedCalendar calendar, Goal goal, Set<RequestStatus> pauseOn, PauseLimit pauseLimit) {

    public Terms {
        pauseOn = Set.copyOf(pauseOn);
    }

    /** Who is waited for has all of that time, in whatever status the request waits; budgets have no limit of pauses. */
    static Terms of(Policy policy, Goal goal) {
        Set<RequestStatus> pauseOn = goal.holder() instanceof Holder.Awaited ? Set.of() : policy.pauseOn();
        PauseLimit limit = goal.isBudget() ? PauseLimit.NONE : policy.pauseLimit();
        return new Terms(policy.ref(), policy.calendar(), goal, pauseOn, limit);
    }
}
