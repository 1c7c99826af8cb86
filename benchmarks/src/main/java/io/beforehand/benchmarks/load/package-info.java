/**
 * Load that does not wait for the system under it: every request has its moment planned before the first is sent, and its latency
 * counts from that moment. A system that stalls cannot hide the requests it has kept from being sent.
 *
 * <p>What enters: a schedule and the addresses of a running system. What leaves: latencies, and which request was accepted and
 * acknowledged when.
 */
@NullMarked
package io.beforehand.benchmarks.load;

import org.jspecify.annotations.NullMarked;
