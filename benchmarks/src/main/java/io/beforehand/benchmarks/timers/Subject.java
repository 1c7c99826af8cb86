package io.beforehand.benchmarks.timers;

/** A durable timer that is measured. Whatever it rings it tells of by a record with the alarm's id as its key. */
public interface Subject {

    String name();

    /** The topic of its records. */
    String topic();

    /** Stores so many alarms that are due long after the run. It does not run meanwhile. */
    void outstanding(int count) throws Exception;

    /** Stores the plan's alarms durably. It does not run meanwhile. */
    void arm(Plan plan) throws Exception;

    /** Returns when it is ready to ring. */
    void start() throws Exception;

    void stop() throws Exception;
}
