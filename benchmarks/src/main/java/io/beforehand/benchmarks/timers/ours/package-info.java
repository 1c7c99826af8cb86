/**
 * Our own timers: the sla-timer-service as a process of its own, whose alarms are requests that have come to their warning. One request
 * is opened through Kafka, all others are copies of its rows at other times; replays of some tell whether they are what the service
 * would have stored.
 */
@NullMarked
package io.beforehand.benchmarks.timers.ours;

import org.jspecify.annotations.NullMarked;
