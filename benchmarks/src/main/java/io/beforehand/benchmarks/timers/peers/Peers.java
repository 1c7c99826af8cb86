package io.beforehand.benchmarks.timers.peers;

import io.beforehand.benchmarks.timers.TimerStack;

/** Who is measured beside us. */
public enum Peers {
    DB_SCHEDULER(false, DbSchedulerPeer::asShipped),
    DB_SCHEDULER_TUNED(true, DbSchedulerPeer::tuned),
    QUARTZ(false, QuartzPeer::asShipped),
    QUARTZ_TUNED(true, QuartzPeer::tuned),
    JOBRUNR_TUNED(true, JobRunrPeer::new);

    private final boolean tuned;
    private final Opening opening;

    Peers(boolean tuned, Opening opening) {
        this.tuned = tuned;
        this.opening = opening;
    }

    /** Whether its settings are those that its documentation advises. */
    public boolean isTuned() {
        return tuned;
    }

    /** Makes a peer, not started, with an empty database. */
    private interface Opening {
        Peer open(TimerStack stack) throws Exception;
    }

    public Peer open(TimerStack stack) throws Exception {
        return opening.open(stack);
    }
}
