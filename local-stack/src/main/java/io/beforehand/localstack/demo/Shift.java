package io.beforehand.localstack.demo;

import java.time.Duration;

/**
 * An agent comes or goes.
 *
 * @param at since the beginning of the run
 * @param state as the routing service names it
 */
record Shift(Duration at, Agent agent, String state) {}
