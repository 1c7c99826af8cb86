package io.beforehand.benchmarks.timers;

/**
 * How fast alarms are armed and called off.
 *
 * @param armedPerSecond requests opened, from the first record sent to the last request stored
 * @param cancelledPerSecond requests answered, in the same way
 * @param stillArmed of those that were answered; 0 if all is well
 */
public record Moves(int requests, double armedPerSecond, double cancelledPerSecond, long stillArmed) {}
