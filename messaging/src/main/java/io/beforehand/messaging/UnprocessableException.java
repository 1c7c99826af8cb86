package io.beforehand.messaging;

/** An event that can never be processed as it is; to be set aside. */
public final class UnprocessableException extends RuntimeException {

    private final String reason;

    /** @param reason a stable word such as {@code unknown-agent}, never anything a customer wrote */
    public UnprocessableException(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
