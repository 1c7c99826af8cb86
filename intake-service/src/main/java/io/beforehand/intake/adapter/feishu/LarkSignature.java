package io.beforehand.intake.adapter.feishu;

import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.signature.Digests;
import io.beforehand.intake.adapter.signature.Freshness;
import io.beforehand.intake.adapter.signature.Hmac;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * SHA-256, without a key of its own, over time, nonce, Encrypt Key and the body as it came, encrypted or not. What the body itself
 * shows as its token is no Encrypt Key: whoever saw one delivery could sign with it.
 */
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
        String signer = null;
        for (String key : EncryptedBody.encryptKeys(keys)) {
            byte[] digest = Digests.sha256(Hmac.bytes(timestamp.get() + nonce.get() + key), delivery.body());
            if (Digests.equal(HexFormat.of().formatHex(digest), signature)) {
                signer = key;
            }
        }
        Optional<Instant> signedAt = Freshness.seconds(timestamp.get());
        if (signedAt.isEmpty() || signer == null) {
            return Verification.INVALID;
        }
        if (!Freshness.isFresh(signedAt.get(), now, Freshness.WINDOW)) {
            return Verification.OUTSIDE_WINDOW;
        }
        return isReadableWithout(signer, delivery, keys) ? Verification.SIGNED : Verification.INVALID;
    }

    private static boolean isReadableWithout(String signer, Delivery delivery, AccountKeys keys) {
        try {
            return LarkToken.shown(EncryptedBody.read(delivery.body(), keys))
                    .filter(token -> Digests.equal(signer, token))
                    .isEmpty();
        } catch (MalformedDeliveryException _) {
            return false;
        }
    }
}
