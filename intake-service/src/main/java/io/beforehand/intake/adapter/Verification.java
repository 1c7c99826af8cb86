package io.beforehand.intake.adapter;

import org.jspecify.annotations.Nullable;

/** What came of verifying a delivery. */
public sealed interface Verification {

    /**
     * It is the account's own.
     *
     * @param reuse what nothing ties to this body; missing where the signature covers it
     */
    record Valid(AuthStrength strength, @Nullable Reuse reuse) implements Verification {}

    /**
     * What may not come again with another body than the first that was seen with it.
     *
     * @param excused whether this delivery is taken even so
     */
    record Reuse(String name, boolean excused) {}

    record Refused(Cause cause) implements Verification {}

    enum Cause {
        /** What would show whose it is, is not there. */
        SIGNATURE_MISSING,
        SIGNATURE_INVALID,
        /** Signed too long ago, or in the future. */
        OUTSIDE_WINDOW,
        /** A secret that is shown as it is, is not one of the account's. */
        TOKEN_INVALID
    }

    Verification MISSING = new Refused(Cause.SIGNATURE_MISSING);
    Verification INVALID = new Refused(Cause.SIGNATURE_INVALID);
    Verification OUTSIDE_WINDOW = new Refused(Cause.OUTSIDE_WINDOW);
    Verification WRONG_TOKEN = new Refused(Cause.TOKEN_INVALID);

    /** The signature covers the body. */
    Verification SIGNED = new Valid(AuthStrength.BODY_SIGNED, null);

    /** Encrypted and signed with what only the two of us know. */
    Verification ENCRYPTED = new Valid(AuthStrength.BODY_ENCRYPTED, null);

    /** A secret was shown; whoever saw it once can send anything. */
    Verification SHOWN = new Valid(AuthStrength.SECRET_SHOWN, null);

    /** The sender is vouched for by a token that comes with many bodies, for as long as it lasts. */
    Verification VOUCHED = new Valid(AuthStrength.SENDER_SIGNED, null);

    /** Signed, but not the body, and good for one. */
    static Verification signedApart(String name) {
        return new Valid(AuthStrength.SENDER_SIGNED, new Reuse(name, false));
    }

    /** Signed, but not the body: good for any now, and for no other than the first later. */
    static Verification signedApartJustNow(String name) {
        return new Valid(AuthStrength.SENDER_SIGNED, new Reuse(name, true));
    }
}
