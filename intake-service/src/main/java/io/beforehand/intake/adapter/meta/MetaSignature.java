package io.beforehand.intake.adapter.meta;

import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Answer;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.signature.Hmac;
import io.beforehand.intake.adapter.signature.ShownSecret;
import java.util.List;
import java.util.Optional;

/**
 * How Meta shows whose a delivery is: the app's secret signs the body. Before that it asks whether it has found us, and shows a
 * token that we chose. The older signature with SHA-1, which still comes along, counts for nothing.
 */
final class MetaSignature {

    private static final String SHA_256 = "sha256=";

    private MetaSignature() {}

    static Verification verify(Delivery delivery, AccountKeys keys) {
        if (asks(delivery)) {
            return verifyQuestion(delivery, keys);
        }
        Optional<String> signature = delivery.header("x-hub-signature-256");
        if (signature.isEmpty()) {
            return Verification.MISSING;
        }
        if (!signature.get().startsWith(SHA_256)) {
            return Verification.INVALID;
        }
        Hmac hmac = Hmac.sha256(delivery.body());
        return hmac.isHex(signature.get().substring(SHA_256.length()), keys.secrets())
                ? Verification.SIGNED
                : Verification.INVALID;
    }

    /** The challenge, as plain text: what somebody sent us must not run in anybody's browser. */
    static Optional<Answer> handshake(Delivery delivery) {
        if (!asks(delivery)) {
            return Optional.empty();
        }
        if (!delivery.query("hub.mode").equals(Optional.of("subscribe"))) {
            throw new MalformedDeliveryException("hub.mode is not subscribe");
        }
        return Optional.of(delivery.query("hub.challenge")
                .map(Answer::text)
                .orElseThrow(() -> new MalformedDeliveryException("hub.challenge is missing")));
    }

    private static Verification verifyQuestion(Delivery delivery, AccountKeys keys) {
        String token = keys.verifyToken();
        try {
            return ShownSecret.verify(delivery.query("hub.verify_token"), token == null ? List.of() : List.of(token));
        } catch (MalformedDeliveryException _) {
            return Verification.WRONG_TOKEN;
        }
    }

    private static boolean asks(Delivery delivery) {
        return delivery.method().equals("GET");
    }
}
