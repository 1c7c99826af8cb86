package io.beforehand.intake.adapter.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.sealed.AesCbc;
import io.beforehand.intake.adapter.signature.Digests;
import io.beforehand.intake.adapter.signature.Hmac;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A body as JSON, decrypted if it has to be: AES-256 under the digest of the Encrypt Key, the initialization vector in front. */
final class EncryptedBody {

    private EncryptedBody() {}

    /** @throws MalformedDeliveryException also if no key of the account opens it */
    static JsonNode read(byte[] body, AccountKeys keys) {
        JsonNode plain = JsonBody.object(body);
        String encrypted = JsonBody.text(plain.path("encrypt"));
        if (encrypted == null) {
            return plain;
        }
        for (String key : encryptKeys(keys)) {
            Optional<JsonNode> opened = decrypt(encrypted, key).flatMap(EncryptedBody::object);
            if (opened.isPresent()) {
                return opened.get();
            }
        }
        throw new MalformedDeliveryException("not encrypted for this account");
    }

    static boolean isEncrypted(byte[] body) {
        return JsonBody.object(body).has("encrypt");
    }

    /**
     * What signs and encrypts: the account's {@code aesKey} alone where it has one. Without one each of the secrets may be an Encrypt
     * Key; as it may as well be the Verification Token, which is in every body, that goes for signed deliveries only.
     */
    static List<String> encryptKeys(AccountKeys keys) {
        return keys.aesKey() == null ? keys.secrets() : List.of(keys.aesKey());
    }

    /** Empty if it was not encrypted with that key. */
    static Optional<byte[]> decrypt(String encrypted, String encryptKey) {
        try {
            byte[] bytes = Base64.getDecoder().decode(encrypted);
            if (bytes.length < AesCbc.BLOCK) {
                return Optional.empty();
            }
            AesCbc cipher = new AesCbc(Digests.sha256(Hmac.bytes(encryptKey)), Arrays.copyOf(bytes, AesCbc.BLOCK));
            return cipher.decrypt(Arrays.copyOfRange(bytes, AesCbc.BLOCK, bytes.length), AesCbc.BLOCK);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> object(byte[] plain) {
        try {
            return Optional.of(JsonBody.object(plain));
        } catch (MalformedDeliveryException _) {
            return Optional.empty();
        }
    }
}
