package io.beforehand.localstack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The receiver's side of standardwebhooks.com: HMAC-SHA256 over {@code id.timestamp.body}. */
final class StandardWebhooks {
    enum Verdict {
        VALID,
        MISSING,
        INVALID,
        OUTSIDE_WINDOW
    }

    private static final Duration WINDOW = Duration.ofMinutes(5);

    private StandardWebhooks() {}

    /**
     * @param secret {@code whsec_} and the key in base64
     * @param signatures separated by spaces, any valid one of version 1 will do
     */
    static Verdict verify(
            String secret,
            @Nullable String id,
            @Nullable String timestamp,
            @Nullable String signatures,
            byte[] body,
            Instant now) {
        if (id == null || timestamp == null || signatures == null) {
            return Verdict.MISSING;
        }
        if (!timestamp.matches("[0-9]{1,12}")) {
            return Verdict.INVALID;
        }
        byte[] expected = ("v1," + sign(secret, id, timestamp, body)).getBytes(StandardCharsets.UTF_8);
        boolean signed = Arrays.stream(signatures.split(" ", -1))
                .anyMatch(each -> MessageDigest.isEqual(expected, each.getBytes(StandardCharsets.UTF_8)));
        if (!signed) {
            return Verdict.INVALID;
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
        return age.abs().compareTo(WINDOW) > 0 ? Verdict.OUTSIDE_WINDOW : Verdict.VALID;
    }

    static String sign(String secret, String id, String timestamp, byte[] body) {
        byte[] key = Base64.getDecoder().decode(secret.startsWith("whsec_") ? secret.substring(6) : secret);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
