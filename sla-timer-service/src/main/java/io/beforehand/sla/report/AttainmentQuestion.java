package io.beforehand.sla.report;

import io.beforehand.events.Metric;
import io.beforehand.sla.policy.Goal;
import io.beforehand.time.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of the promises that were decided in a period.
 *
 * @param by how they are grouped, at least one
 * @param metric counts that one alone
 * @param within asks for the share that was done within that working time
 * @param target percent that are to be kept; asks for the error budget
 */
record AttainmentQuestion(
        Period period,
        List<Dimension> by,
        Optional<Metric> metric,
        Optional<Duration> within,
        Optional<Double> target) {

    static final Set<String> PARAMETERS = Set.of("from", "to", "zone", "by", "metric", "within", "target");

    AttainmentQuestion {
        by = List.copyOf(by);
    }

    /** @throws io.beforehand.http.problem.ProblemException {@code invalid-field} with all that does not fit */
    static AttainmentQuestion of(Parameters parameters, Instant now) {
        Period period = Period.of(parameters, now);
        List<Dimension> by = parameters.list("by", Dimension::of);
        Optional<Metric> metric = parameters.read("metric", Metric::new);
        Optional<Duration> within = parameters.read("within", AttainmentQuestion::duration);
        Optional<Double> target = parameters.read("target", AttainmentQuestion::percent);
        parameters.refuse();
        return new AttainmentQuestion(period, by.isEmpty() ? List.of(Dimension.METRIC) : by, metric, within, target);
    }

    private static Duration duration(String text) {
        Duration duration = DurationText.parse(text);
        if (duration.isNegative() || duration.compareTo(Goal.LONGEST) > 0) {
            throw new IllegalArgumentException("must be between 0s and 3650d");
        }
        return duration;
    }

    private static double percent(String text) {
        if (!text.matches("\\d{1,2}(\\.\\d{1,3})?")) {
            throw new IllegalArgumentException("must be a percentage below 100 such as 95 or 99.5");
        }
        return Double.parseDouble(text);
    }
}
