/**
 * What a request costs in transactions, rows and records, by the statistics that PostgreSQL and Kafka keep themselves; and whether
 * anything is left undone.
 *
 * <p>What enters: connections to the services' databases and to the broker. What leaves: counts, their differences per request.
 */
@NullMarked
package io.beforehand.benchmarks.counts;

import org.jspecify.annotations.NullMarked;
