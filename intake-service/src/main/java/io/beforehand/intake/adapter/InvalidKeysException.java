package io.beforehand.intake.adapter;

/** An account does not have what its channel needs. Its message never holds a secret. */
public final class InvalidKeysException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;

    /** @param field such as {@code aesKey} or {@code secrets[0]} */
    public InvalidKeysException(String field, String reason) {
        super(reason, null, false, false);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
