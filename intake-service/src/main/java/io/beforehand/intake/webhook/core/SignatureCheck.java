package io.beforehand.intake.webhook.core;

/** What came of checking a signature. */
public enum SignatureCheck {
    VALID,
    /** A header that a signature needs is not there. */
    MISSING,
    /** Signed too long ago, or in the future. */
    OUTSIDE_WINDOW,
    /** No signature of a known version fits any of the secrets. */
    INVALID
}
