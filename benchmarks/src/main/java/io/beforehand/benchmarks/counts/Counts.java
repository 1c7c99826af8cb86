package io.beforehand.benchmarks.counts;

import java.util.Map;

/**
 * Counters that only grow, read at one moment.
 *
 * @param atNanos that moment, on {@link System#nanoTime()}'s scale
 * @param databases by database
 * @param records in Kafka, by topic
 * @param walBytes that PostgreSQL has written to its log
 */
public record Counts(long atNanos, Map<String, Rows> databases, Map<String, Long> records, long walBytes) {

    /** Of one database. */
    public record Rows(long commits, long inserted, long updated, long deleted) {

        long written() {
            return inserted + updated + deleted;
        }
    }

    public Counts {
        databases = Map.copyOf(databases);
        records = Map.copyOf(records);
    }
}
