package io.beforehand.benchmarks.limits;

import io.beforehand.benchmarks.load.Latencies;

/**
 * The ceilings.
 *
 * @param kafkaRecords records of 1 KB a second, one producer, {@code acks=all}
 * @param singleRowInserts rows a second, 16 clients, one row a commit
 * @param hundredRowInserts rows a second, 16 clients, 100 rows a commit
 * @param commit one client that commits one row after the other
 */
public record Limits(double kafkaRecords, double singleRowInserts, double hundredRowInserts, Latencies commit) {}
