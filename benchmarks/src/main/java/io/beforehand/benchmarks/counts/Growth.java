package io.beforehand.benchmarks.counts;

import java.util.Set;
import java.util.function.ToLongFunction;

/** How far the counters moved between two moments. */
public record Growth(Counts before, Counts after) {
    private static final Counts.Rows NONE = new Counts.Rows(0, 0, 0, 0);

    double seconds() {
        return (after.atNanos() - before.atNanos()) / 1e9;
    }

    Set<String> databases() {
        return after.databases().keySet();
    }

    Set<String> topics() {
        return after.records().keySet();
    }

    double commits(String database) {
        return difference(
                counts -> counts.databases().getOrDefault(database, NONE).commits());
    }

    double rowVersions(String database) {
        return difference(
                counts -> counts.databases().getOrDefault(database, NONE).written());
    }

    double records(String topic) {
        return difference(counts -> counts.records().getOrDefault(topic, 0L));
    }

    double walBytes() {
        return difference(Counts::walBytes);
    }

    private double difference(ToLongFunction<Counts> counter) {
        return counter.applyAsLong(after) - counter.applyAsLong(before);
    }
}
