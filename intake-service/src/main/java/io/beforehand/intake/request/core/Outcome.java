package io.beforehand.intake.request.core;

import java.util.Locale;

/** What came of an accepted submission. */
public enum Outcome {
    /** A request was opened. */
    OPENED,
    /** A customer's message was added to a request. */
    APPENDED,
    /** A request was answered or changed. */
    RECORDED,
    /** Nothing to do: a type that is not ours, or a change to what already is. */
    IGNORED,
    /** The same was submitted before; nothing happened this time. */
    DUPLICATE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Outcome of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
