package io.beforehand.intake.adapter.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.signature.ShownSecret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What comes without a signature: with an Encrypt Key the question whether Feishu has found us, encrypted; without one everything, in
 * plain words.
 */
final class LarkToken {

    private LarkToken() {}

    static Verification verify(Delivery delivery, AccountKeys keys) {
        try {
            boolean encrypted = EncryptedBody.isEncrypted(delivery.body());
            if (encrypted != (keys.aesKey() != null)) {
                return Verification.MISSING;
            }
            JsonNode body = EncryptedBody.read(delivery.body(), keys);
            if (encrypted) {
                return isQuestion(body) ? Verification.SHOWN : Verification.MISSING;
            }
            return ShownSecret.verify(shown(body), tokens(keys));
        } catch (MalformedDeliveryException _) {
            return Verification.MISSING;
        }
    }

    static boolean isQuestion(JsonNode body) {
        return "url_verification".equals(JsonBody.text(body.path("type")));
    }

    /** Within the header since schema 2.0, beside the event before. */
    static Optional<String> shown(JsonNode body) {
        String token = JsonBody.text(body.path("header").path("token"));
        return Optional.ofNullable(token == null ? JsonBody.text(body.path("token")) : token);
    }

    private static List<String> tokens(AccountKeys keys) {
        List<String> tokens = new ArrayList<>(keys.secrets());
        if (keys.verifyToken() != null) {
            tokens.add(keys.verifyToken());
        }
        return tokens;
    }
}
