package io.beforehand.intake.adapter;

/** A delivery is its channel's own, yet not what that channel sends. Its message never quotes the delivery. */
public final class MalformedDeliveryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public MalformedDeliveryException(String reason) {
        super(reason, null, false, false);
    }
}
