package io.beforehand.benchmarks.timers;

import java.time.Instant;

/**
 * A record that tells of an alarm.
 *
 * @param decided by when it had to be due, as the record says; {@link Instant#MIN} where it does not
 * @param sent when it was given to the producer
 * @param received when the consumer had it
 */
record Told(String id, Instant decided, Instant sent, Instant received) {}
