package io.beforehand.http.security;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Compares tokens by their digests, so that neither content nor length of the right one shows in the time it takes. */
@Singleton
public class OperatorToken {

    private static final int MIN_LENGTH = 16;

    private final byte[] digest;

    /** @param token no default: a service must not start with a token that everybody knows */
    OperatorToken(@ConfigProperty(name = "beforehand.operator-token") String token) {
        if (token.length() < MIN_LENGTH) {
            throw new IllegalArgumentException(
                    "beforehand.operator-token must have " + MIN_LENGTH + " characters or more");
        }
        this.digest = digest(token);
    }

    public boolean matches(String token) {
        return MessageDigest.isEqual(digest, digest(token));
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
