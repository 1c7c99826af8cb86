package io.beforehand.intake.adapter.feishu;

import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.signature.Digests;
import io.beforehand.intake.adapter.signature.Freshness;
import io.beforehand.intake.adapter.signature.Hmac;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** SHA-256, without a key of its own, over time, nonce, Encrypt Key and the body as it came, encrypted or not. */
final class LarkSignature {

    private static final String SIGNATURE = "x-lark-signature";

    private LarkSignature() {}

    static boolean isShown(Delivery delivery) {
        return delivery.header(SIGNATURE).isPresent();
    }

    static Verification verify(Delivery delivery, AccountKeys keys, Instant now) {
        String signature = delivery.header(SIGNATURE).orElse("");
        Optional<String> timestamp = delivery.header("x-lark-request-timestamp");
        Optional<String> nonce = delivery.header("x-lark-request-nonce");
        if (timestamp.isEmpty() || nonce.isEmpty()) {
            return Verification.MISSING;
        }
        boolean matches = false;
        for (String key : EncryptedBody.encryptKeys(keys)) {
            byte[] digest = Digests.sha256(Hmac.bytes(timestamp.get() + nonce.get() + key), delivery.body());
            matches |= Digests.equal(HexFormat.of().formatHex(digest), signature);
        }
        Optional<Instant> signedAt = Freshness.seconds(timestamp.get());
        if (signedAt.isEmpty() || !matches) {
            return Verification.INVALID;
        }
        if (!Freshness.isFresh(signedAt.get(), now, Freshness.WINDOW)) {
            return Verification.OUTSIDE_WINDOW;
        }
        return EncryptedBody.isReadable(delivery.body(), keys) ? Verification.SIGNED : Verification.INVALID;
    }
}
