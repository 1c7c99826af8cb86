package io.beforehand.notification.delivery;

import java.util.Locale;

/** Why a message is not sent although there is a way to send it. */
public enum Withholding {
    /** A machine wrote to us, and would be answered by ours for ever. */
    AUTOMATIC_MAIL,
    /** The customer does not want to hear from us there any more. */
    OPTED_OUT,
    /** What there was to tell has been undone before its time came. */
    NOTHING_TO_TELL,
    /** Its customer is to be forgotten, and with him how to reach him. */
    FORGOTTEN;

    /** The stable word for it. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
