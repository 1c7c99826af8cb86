package io.beforehand.intake.adapter.signature;

import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A hexadecimal HMAC with SHA-256 over a time in seconds and the body, as several channels sign.
 *
 * @param time the header that holds the time
 * @param signature the header that holds the signature
 * @param scheme what stands before the signature, such as {@code v0=}
 * @param before what is signed before the time
 * @param between what is signed between the time and the body
 */
public record TimedSignature(String time, String signature, String scheme, String before, String between) {

    public Verification verify(Delivery delivery, List<String> secrets, Instant now) {
        Optional<String> timestamp = delivery.header(time);
        Optional<String> shown = delivery.header(signature);
        if (timestamp.isEmpty() || shown.isEmpty()) {
            return Verification.MISSING;
        }
        Optional<Instant> signedAt = Freshness.seconds(timestamp.get());
        if (signedAt.isEmpty() || !shown.get().startsWith(scheme)) {
            return Verification.INVALID;
        }
        if (!Freshness.isFresh(signedAt.get(), now, Freshness.WINDOW)) {
            return Verification.OUTSIDE_WINDOW;
        }
        Hmac hmac = Hmac.sha256(Hmac.bytes(before + timestamp.get() + between), delivery.body());
        return hmac.isHex(shown.get().substring(scheme.length()), secrets) ? Verification.SIGNED : Verification.INVALID;
    }
}
