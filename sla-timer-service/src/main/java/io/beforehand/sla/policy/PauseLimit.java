package io.beforehand.sla.policy;

import java.time.Duration;

/** For how long all pauses of a clock together may stop it, before it goes on by itself. */
public sealed interface PauseLimit {

    PauseLimit NONE = new None();

    /** For ever. */
    record None() implements PauseLimit {}

    /**
     * So much working time by the clock's own calendar: nights and holidays use up nothing, as a clock would not count them
     * either.
     *
     * @param workingTime whole milliseconds, from 1 ms to 3650 days
     */
    record AtMost(Duration workingTime) implements PauseLimit {

        public AtMost {
            if (workingTime.compareTo(Duration.ofMillis(1)) < 0 || workingTime.compareTo(Goal.LONGEST) > 0) {
                throw new IllegalArgumentException("must be between 1ms and 3650d");
            }
            if (!workingTime.equals(Duration.ofMillis(workingTime.toMillis()))) {
                throw new IllegalArgumentException("must be whole milliseconds");
            }
        }
    }
}
