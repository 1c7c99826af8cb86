package io.beforehand.sla.policy;

import io.beforehand.events.Metric;
import io.beforehand.events.RequestStatus;
import io.beforehand.sla.calendar.PinnedCalendar;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One version of a policy: a promise to a kind of requests.
 *
 * @param order decides between policies that are equally specific: the lower one wins
 * @param fallback whether it counts only where no other policy fits, however specific it is
 * @param goals by metric, see {@link #METRICS}; any other is a budget
 * @param pauseOn the statuses in which its clocks stand still; never {@code open}, {@code resolved} or {@code closed}
 */
public record Policy(
        PolicyRef ref,
        Conditions when,
        int order,
        boolean fallback,
        PinnedCalendar calendar,
        Map<Metric, Goal> goals,
        Set<RequestStatus> pauseOn,
        PauseLimit pauseLimit,
        ChangeRule onChange) {

    /** Fallbacks last; the most specific first, then by order, then by id so that equals are always decided the same way. */
    public static final Comparator<Policy> PRECEDENCE = Comparator.comparing(Policy::fallback)
            .thenComparing(p -> p.when().specificity(), Comparator.reverseOrder())
            .thenComparingInt(Policy::order)
            .thenComparing(p -> p.ref().id());

    /** The metrics that can be promised to customers. */
    public static final Set<Metric> METRICS = Set.of(
            Metric.ACKNOWLEDGEMENT,
            Metric.ASSIGNMENT,
            Metric.FIRST_RESPONSE,
            Metric.NEXT_RESPONSE,
            Metric.UPDATE,
            Metric.RESOLUTION);

    /** The statuses that can pause. */
    public static final Set<RequestStatus> PAUSING = Set.of(RequestStatus.PENDING, RequestStatus.ON_HOLD);

    /** What counts when no policy fits: nothing was promised. */
    public static final Policy NONE = new Policy(
            new PolicyRef("none", 0),
            Conditions.ANY,
            Integer.MAX_VALUE,
            true,
            PinnedCalendar.ALWAYS,
            Map.of(),
            Set.of(),
            PauseLimit.NONE,
            ChangeRule.RECOMPUTE);

    public Policy {
        goals = Collections.unmodifiableMap(new TreeMap<>(goals));
        pauseOn = Set.copyOf(pauseOn);
        goals.forEach((metric, goal) -> {
            if (METRICS.contains(metric) == goal.isBudget()) {
                throw new IllegalArgumentException(
                        "goal " + metric + " must be among " + METRICS + " or else a budget");
            }
        });
        if (!PAUSING.containsAll(pauseOn)) {
            throw new IllegalArgumentException("pauseOn " + pauseOn + " must be among " + PAUSING);
        }
    }

    /** The same promise by a certain version of its calendar. */
    public Policy under(PinnedCalendar version) {
        return new Policy(ref, when, order, fallback, version, goals, pauseOn, pauseLimit, onChange);
    }
}
