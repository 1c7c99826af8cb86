package io.beforehand.intake.adapter;

import java.util.Locale;

/** How well a delivery showed whose it is; kept with each message, for audits. From the strongest on. */
public enum AuthStrength {
    /** The body was encrypted and signed. */
    BODY_ENCRYPTED,
    /** A signature covers the body. */
    BODY_SIGNED,
    /** A signature covers who sent it and when, but not the body. */
    SENDER_SIGNED,
    /** A secret was shown as it is. */
    SECRET_SHOWN;

    /** The word in JSON and in tables, such as {@code body-signed}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
