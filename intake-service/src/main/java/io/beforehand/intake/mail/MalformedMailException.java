package io.beforehand.intake.mail;

/** The bytes are no mail that can be taken. The message is a constant word, nothing of the mail. */
public final class MalformedMailException extends RuntimeException {

    /** The mail itself is well formed, only larger than allowed. */
    public static final String TOO_MANY_ATTACHMENTS = "too-many-attachments";

    MalformedMailException(String reason) {
        super(reason, null, false, false);
    }
}
