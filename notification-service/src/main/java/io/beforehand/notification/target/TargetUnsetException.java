package io.beforehand.notification.target;

/** There would be a way, but part of it is not set. Somebody may set it yet. */
public final class TargetUnsetException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason a stable word, such as {@code no-mail-server} */
    public TargetUnsetException(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
