package io.beforehand.messaging.deadletter;

/** What came of asking for a replay. */
public enum ReplayOutcome {
    /** The owner of the partition will process it shortly. */
    REQUESTED,
    /** It was asked for or done before. */
    ALREADY_REPLAYED,
    NOT_FOUND
}
