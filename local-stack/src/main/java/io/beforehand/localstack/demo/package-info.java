/**
 * {@code ./beforehand demo}: a service desk on an ordinary day, told line by line.
 *
 * <p>Three parts that know little of each other. The {@link io.beforehand.localstack.demo.Script} says, from a seed, who writes
 * when, and how the agents will treat it. The {@link io.beforehand.localstack.demo.Player} does that over the public API. The
 * {@link io.beforehand.localstack.demo.Narrator} tells what the system says happened: it hears the four topics and the sinks, and
 * nothing of what was planned.
 */
@NullMarked
package io.beforehand.localstack.demo;

import org.jspecify.annotations.NullMarked;
