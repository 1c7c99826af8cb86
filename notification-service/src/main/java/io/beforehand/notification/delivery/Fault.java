package io.beforehand.notification.delivery;

import java.util.Locale;

/** What kind of failure an attempt met, which decides what follows. */
public enum Fault {
    /** The receiver had trouble; again, as scheduled. */
    RETRY,
    /** The receiver asked to be left alone for a while; again, not before that. */
    RETRY_AFTER,
    /** The receiver will never take this message; given up at once. */
    PERMANENT,
    /** Address, secret or certificate is wrong: somebody must mend it. Again, as scheduled, for it may get mended. */
    CONFIG_BROKEN,
    /** Nobody is there; again, as scheduled. */
    UNREACHABLE;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
