package io.beforehand.benchmarks.timers;

/**
 * Where the time of our own alarms goes; nothing for a subject whose records do not say.
 *
 * @param taken from due to the moment by which the alarm was decided, when its batch began
 * @param stored from there to the moment its record was given to the producer, whole milliseconds
 * @param sent from there to the consumer
 */
public record Stages(Lateness taken, Lateness stored, Lateness sent) {}
