package io.beforehand.localstack;

/** Something of the local stack could not be had; the message is one sentence for the person at the terminal. */
public final class LocalStackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LocalStackException(String message) {
        super(message);
    }

    public LocalStackException(String message, Throwable cause) {
        super(message, cause);
    }
}
