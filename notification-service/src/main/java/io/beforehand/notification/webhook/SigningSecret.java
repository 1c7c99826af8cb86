package io.beforehand.notification.webhook;

import java.util.Base64;

/** The secret that a webhook is signed with; it never shows itself. */
public final class SigningSecret {

    private static final String PREFIX = "whsec_";
    private static final int MIN_BYTES = 16;
    private static final int MAX_BYTES = 64;

    private final byte[] key;

    private SigningSecret(byte[] key) {
        this.key = key;
    }

    /**
     * Reads a secret as Standard Webhooks writes it: base64, padded or not, with or without {@code whsec_} before it.
     *
     * @throws IllegalArgumentException saying what is wrong, without the secret
     */
    public static SigningSecret parse(String text) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be base64, with or without whsec_ before it", e);
        }
        if (key.length < MIN_BYTES || key.length > MAX_BYTES) {
            throw new IllegalArgumentException("must be " + MIN_BYTES + " to " + MAX_BYTES + " bytes in base64");
        }
        return new SigningSecret(key);
    }

    byte[] key() {
        return key;
    }

    @Override
    public String toString() {
        return "SigningSecret";
    }
}
