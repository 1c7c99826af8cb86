package io.beforehand.time;

/** Refuses opening hours without a single window: no working time would ever pass. */
public final class NeverOpensException extends IllegalArgumentException {

    NeverOpensException() {
        super("must open at some time");
    }
}
