package io.beforehand.events;

/**
 * Names one clock.
 *
 * @param id {@code requestId:metric:cycle}
 * @param cycle counts the clock's turns within the request from 1: a reopened request is resolved twice
 */
public record ClockRef(String id, Metric metric, int cycle) {

    /** The clock of that metric and cycle in a request. */
    public static ClockRef of(String requestId, Metric metric, int cycle) {
        return new ClockRef(requestId + ":" + metric.name() + ":" + cycle, metric, cycle);
    }
}
