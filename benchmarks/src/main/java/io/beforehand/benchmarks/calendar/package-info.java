/**
 * {@code ./beforehand bench calendar}: how long it takes to say when something is due and how much time was worked, beside other
 * libraries and the loop that applications usually have, in the same run.
 *
 * <p>JMH runs {@link io.beforehand.benchmarks.calendar.DueBenchmark}, {@link io.beforehand.benchmarks.calendar.ElapsedBenchmark} and
 * {@link io.beforehand.benchmarks.calendar.FirstUseBenchmark}, each {@link io.beforehand.benchmarks.calendar.Subject} in a JVM of its
 * own. What leaves: a table for people and JMH's JSON. The peers are on the class path of the benchmarks only.
 */
@NullMarked
package io.beforehand.benchmarks.calendar;

import org.jspecify.annotations.NullMarked;
