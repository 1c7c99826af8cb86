package io.beforehand.sla.policy;

import io.beforehand.events.Metric;
import io.beforehand.events.RequestStatus;
import io.beforehand.sla.calendar.PinnedCalendar;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Makes policies for tests, which say only what they are about. */
public final class Policies {

    private PolicyRef ref;
    private Conditions when = Conditions.ANY;
    private int order = 100;
    private boolean fallback;
    private PinnedCalendar calendar = PinnedCalendar.ALWAYS;
    private Map<Metric, Goal> goals = Map.of();
    private Set<RequestStatus> pauseOn = Set.of();
    private PauseLimit pauseLimit = PauseLimit.NONE;
    private ChangeRule onChange = ChangeRule.RECOMPUTE;

    private Policies(PolicyRef ref) {
        this.ref = ref;
    }

    /** For any request, round the clock, and promising nothing unless more is said. */
    public static Policies policy(String id) {
        return new Policies(new PolicyRef(id, 1));
    }

    /** The same as that one unless more is said. */
    public static Policies like(Policy policy) {
        Policies alike = new Policies(policy.ref());
        alike.when = policy.when();
        alike.order = policy.order();
        alike.fallback = policy.fallback();
        alike.calendar = policy.calendar();
        alike.goals = policy.goals();
        alike.pauseOn = policy.pauseOn();
        alike.pauseLimit = policy.pauseLimit();
        alike.onChange = policy.onChange();
        return alike;
    }

    public Policies version(int version) {
        ref = new PolicyRef(ref.id(), version);
        return this;
    }

    public Policies when(Conditions conditions) {
        when = conditions;
        return this;
    }

    public Policies order(int place) {
        order = place;
        return this;
    }

    public Policies fallback() {
        fallback = true;
        return this;
    }

    public Policies by(PinnedCalendar hours) {
        calendar = hours;
        return this;
    }

    /** These and no others. */
    public Policies goals(Map<Metric, Goal> only) {
        goals = only;
        return this;
    }

    public Policies goal(Metric metric, Goal goal) {
        Map<Metric, Goal> more = new HashMap<>(goals);
        more.put(metric, goal);
        return goals(more);
    }

    public Policies pauseOn(RequestStatus... statuses) {
        pauseOn = Set.of(statuses);
        return this;
    }

    public Policies pauseAtMost(Duration workingTime) {
        pauseLimit = new PauseLimit.AtMost(workingTime);
        return this;
    }

    public Policies onChange(ChangeRule rule) {
        onChange = rule;
        return this;
    }

    public Policy make() {
        return new Policy(ref, when, order, fallback, calendar, goals, pauseOn, pauseLimit, onChange);
    }
}
