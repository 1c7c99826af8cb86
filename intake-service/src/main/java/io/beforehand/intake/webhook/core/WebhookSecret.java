package io.beforehand.intake.webhook.core;

import java.util.Base64;

/** A secret shared with a sender: {@code whsec_} and 16 to 128 bytes in Base64, padded or not; the prefix may be missing. */
public final class WebhookSecret {

    private static final String PREFIX = "whsec_";
    private static final int MIN_BYTES = 16;
    private static final int MAX_BYTES = 128;

    private final byte[] key;

    private WebhookSecret(byte[] key) {
        this.key = key;
    }

    /** @throws IllegalArgumentException saying what is wrong, without the secret */
    public static WebhookSecret of(String text) {
        String encoded = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
        byte[] key;
        try {
            key = Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException _) {
            // The decoder's own message quotes what it could not read.
            throw new IllegalArgumentException("must be whsec_ followed by Base64");
        }
        if (key.length < MIN_BYTES || key.length > MAX_BYTES) {
            throw new IllegalArgumentException("must have " + MIN_BYTES + " to " + MAX_BYTES + " bytes");
        }
        return new WebhookSecret(key);
    }

    byte[] key() {
        return key;
    }

    @Override
    public String toString() {
        return "WebhookSecret";
    }
}
