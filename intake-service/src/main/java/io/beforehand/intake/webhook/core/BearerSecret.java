package io.beforehand.intake.webhook.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** A secret that a sender shows as it is: 16 to 256 visible ASCII characters. Kept as a digest. */
public final class BearerSecret {

    private static final int MIN_LENGTH = 16;
    private static final int MAX_LENGTH = 256;

    private final byte[] digest;

    private BearerSecret(byte[] digest) {
        this.digest = digest;
    }

    /** @throws IllegalArgumentException saying what is wrong, without the secret */
    public static BearerSecret of(String text) {
        if (text.length() < MIN_LENGTH || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("must have " + MIN_LENGTH + " to " + MAX_LENGTH + " characters");
        }
        if (text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException("must be of visible ASCII characters");
        }
        return new BearerSecret(digest(text));
    }

    /** Whether the token is one of the secrets; in a time that tells nothing about them. */
    public static boolean anyMatches(List<BearerSecret> secrets, String token) {
        byte[] shown = digest(token);
        boolean matches = false;
        for (BearerSecret secret : secrets) {
            matches |= MessageDigest.isEqual(secret.digest, shown);
        }
        return matches;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "BearerSecret";
    }
}
