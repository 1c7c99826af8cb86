package io.beforehand.routing.roster;

/** Somebody else changed what a transaction relied on; done again, it will see the change. */
public final class ConcurrentChangeException extends RuntimeException {

    ConcurrentChangeException() {
        super("changed by another transaction meanwhile", null, false, false);
    }
}
