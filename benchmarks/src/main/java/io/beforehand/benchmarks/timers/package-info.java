/**
 * {@code ./beforehand bench timers}: how late alarms are, from the moment they are due to the moment a consumer has the record that
 * tells of them, with many others outstanding; beside other timers on the same PostgreSQL.
 *
 * <p>What enters: a rate, lengths, a number of outstanding alarms. What leaves: a table for people, the same as JSON, and an exit code
 * that is 1 when an alarm was lost or fired early. {@link io.beforehand.benchmarks.timers.Subject} is what is measured, {@link
 * io.beforehand.benchmarks.timers.Plan} what it has to do, {@link io.beforehand.benchmarks.timers.Receiver} what came of it.
 */
@NullMarked
package io.beforehand.benchmarks.timers;

import org.jspecify.annotations.NullMarked;
