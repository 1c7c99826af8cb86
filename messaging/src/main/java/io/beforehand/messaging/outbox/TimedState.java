package io.beforehand.messaging.outbox;

/** Where timed events are between being stored and being sent. */
enum TimedState {
    /** In a transaction that is not known to be committed. */
    STORED,
    /** For their moment. */
    WAITING,
    /** A transaction has them in hand. */
    TAKEN_BACK,
    /** Nobody knows whether the transaction that had them in hand was committed. */
    UNCERTAIN,
    /** They may go. */
    OPEN,
    /** They go, whatever becomes of sending. */
    RELEASED
}
