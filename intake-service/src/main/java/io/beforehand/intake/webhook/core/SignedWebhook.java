package io.beforehand.intake.webhook.core;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as it came, with the headers of Standard Webhooks. The signature covers id, timestamp and body, nothing else of the
 * request: what other headers say is only as good as what ties them to the id.
 *
 * @param body the bytes as received
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard Webhooks</a>
 */
public record SignedWebhook(
        @Nullable String id,
        @Nullable String timestamp,
        @Nullable String signature,
        byte[] body) {

    /** How far the sender's clock may be off, and how long a copy can be replayed, both ways. */
    static final Duration WINDOW = Duration.ofSeconds(300);

    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v1,";
    private static final int MAX_SIGNATURES = 10;

    /** What can be said without a secret: whether all headers are there and the time is near enough. */
    public SignatureCheck headers(Instant now) {
        if (id == null || id.isEmpty() || timestamp == null || signature == null) {
            return SignatureCheck.MISSING;
        }
        Optional<Instant> signedAt = seconds(timestamp);
        if (signedAt.isEmpty()) {
            return SignatureCheck.INVALID;
        }
        boolean near = Duration.between(signedAt.get(), now).abs().compareTo(WINDOW) <= 0;
        return near ? SignatureCheck.VALID : SignatureCheck.OUTSIDE_WINDOW;
    }

    /** Whether one of the signatures was made with one of the secrets: there may be several of each while one is replaced. */
    public SignatureCheck verify(List<WebhookSecret> secrets, Instant now) {
        SignatureCheck headers = headers(now);
        if (headers != SignatureCheck.VALID || signature == null) {
            return headers;
        }
        boolean valid = false;
        String[] candidates = signature.split(" ", MAX_SIGNATURES + 1);
        for (WebhookSecret secret : secrets) {
            byte[] expected = sign(secret);
            for (int i = 0; i < candidates.length && i < MAX_SIGNATURES; i++) {
                valid |= matches(candidates[i], expected);
            }
        }
        return valid ? SignatureCheck.VALID : SignatureCheck.INVALID;
    }

    private static boolean matches(String candidate, byte[] expected) {
        return candidate.startsWith(VERSION)
                && MessageDigest.isEqual(
                        candidate.substring(VERSION.length()).getBytes(StandardCharsets.UTF_8), expected);
    }

    private byte[] sign(WebhookSecret secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encode(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Instant> seconds(String timestamp) {
        if (!timestamp.matches("[0-9]{1,11}")) {
            return Optional.empty();
        }
        return Optional.of(Instant.ofEpochSecond(Long.parseLong(timestamp)));
    }
}
