/**
 * What this machine's Kafka and PostgreSQL can do at all, measured in the same run: the ceilings beside which the system's figures mean
 * something.
 *
 * <p>What enters: a running broker and a running server. What leaves: rates, and how long a durable commit takes.
 */
@NullMarked
package io.beforehand.benchmarks.limits;

import org.jspecify.annotations.NullMarked;
