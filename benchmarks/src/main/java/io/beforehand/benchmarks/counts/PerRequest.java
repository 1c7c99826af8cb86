package io.beforehand.benchmarks.counts;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What one request costs: the growth of the counters, less what the rest of the measured time would have added without any request, by
 * the requests. The services look for work some ten times a second each; while there is work, the same looks find it.
 *
 * @param commits by database
 * @param rowVersions by database: rows inserted, updated and deleted
 * @param records by topic
 * @param walBytes written to PostgreSQL's log
 * @param idleCommits commits a second without any request, by database
 */
public record PerRequest(
        Map<String, Double> commits,
        Map<String, Double> rowVersions,
        Map<String, Double> records,
        double walBytes,
        Map<String, Double> idleCommits) {

    /**
     * @param idle in a time without requests
     * @param measured from before the phase until its counters were reported
     * @param phaseSeconds of those, from the first request until everything was worked off
     * @param requests of the phase, 1 or more
     */
    public static PerRequest of(Growth idle, Growth measured, double phaseSeconds, long requests) {
        if (requests < 1) {
            throw new IllegalArgumentException("no requests to share the cost among");
        }
        double scale = Math.max(0, measured.seconds() - phaseSeconds) / idle.seconds();
        ToDoubleFunction<ToDoubleFunction<Growth>> one =
                counter -> (counter.applyAsDouble(measured) - scale * counter.applyAsDouble(idle)) / requests;
        return new PerRequest(
                each(measured.databases(), name -> one.applyAsDouble(growth -> growth.commits(name))),
                each(measured.databases(), name -> one.applyAsDouble(growth -> growth.rowVersions(name))),
                each(measured.topics(), name -> one.applyAsDouble(growth -> growth.records(name))),
                one.applyAsDouble(Growth::walBytes),
                each(measured.databases(), name -> idle.commits(name) / idle.seconds()));
    }

    /** The sum over all databases or topics. */
    public static double total(Map<String, Double> values) {
        return values.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static Map<String, Double> each(Set<String> names, ToDoubleFunction<String> value) {
        Map<String, Double> values = new TreeMap<>();
        names.forEach(name -> values.put(name, value.applyAsDouble(name)));
        return values;
    }
}
