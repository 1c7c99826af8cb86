package io.beforehand.intake.adapter.sealed;

import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.InvalidKeysException;
import io.beforehand.intake.adapter.SecretRules;
import io.beforehand.intake.adapter.signature.Digests;
import io.beforehand.intake.adapter.signature.Hmac;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message in its envelope: 16 random bytes, the length of the message, the message, and whom it is for; encrypted, in Base64. */
public final class SealedMessage {

    private static final int RANDOM = 16;
    private static final int HEAD = RANDOM + Integer.BYTES;
    private static final int KEY = 32;
    private static final int PAD_TO = 32;

    private SealedMessage() {}

    /** @throws InvalidKeysException if there is no key to open messages with, or nothing said of whom they are for */
    public static void check(AccountKeys keys) {
        if (key(SecretRules.required("aesKey", keys.aesKey())).isEmpty()) {
            throw new InvalidKeysException("aesKey", "must be the 43 characters that the channel calls EncodingAESKey");
        }
        SecretRules.required("receiveId", keys.receiveId());
    }

    /** Empty if it is not sealed with the account's key, or is for somebody else. */
    public static Optional<String> open(String sealed, AccountKeys keys) {
        String receiveId = keys.receiveId();
        Optional<AesCbc> cipher = cipher(keys.aesKey());
        if (cipher.isEmpty() || receiveId == null) {
            return Optional.empty();
        }
        return bytes(sealed)
                .flatMap(encrypted -> cipher.get().decrypt(encrypted, PAD_TO))
                .filter(plain -> plain.length >= HEAD)
                .flatMap(plain -> content(plain, receiveId));
    }

    /**
     * A message sealed for the channel. The random bytes are made from what it answers and the key: nobody else can foresee them, and
     * the same answer is sealed the same.
     */
    public static String seal(String message, String answered, AccountKeys keys) {
        byte[] text = message.getBytes(StandardCharsets.UTF_8);
        byte[] receiver = SecretRules.required("receiveId", keys.receiveId()).getBytes(StandardCharsets.UTF_8);
        byte[] random =
                Hmac.sha256(Hmac.bytes(answered)).under(Hmac.bytes(SecretRules.required("aesKey", keys.aesKey())));
        ByteBuffer plain = ByteBuffer.allocate(HEAD + text.length + receiver.length)
                .put(random, 0, RANDOM)
                .putInt(text.length)
                .put(text)
                .put(receiver);
        AesCbc cipher = cipher(keys.aesKey()).orElseThrow(() -> new InvalidKeysException("aesKey", "is no key"));
        return Base64.getEncoder().encodeToString(cipher.encrypt(plain.array(), PAD_TO));
    }

    private static Optional<String> content(byte[] plain, String receiveId) {
        int length = ByteBuffer.wrap(plain).getInt(RANDOM);
        if (length < 0 || length > plain.length - HEAD) {
            return Optional.empty();
        }
        String receiver = new String(plain, HEAD + length, plain.length - HEAD - length, StandardCharsets.UTF_8);
        return Digests.equal(receiveId, receiver)
                ? Optional.of(new String(plain, HEAD, length, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static Optional<AesCbc> cipher(@Nullable String aesKey) {
        return Optional.ofNullable(aesKey)
                .flatMap(SealedMessage::key)
                .map(key -> new AesCbc(key, Arrays.copyOf(key, AesCbc.BLOCK)));
    }

    private static Optional<byte[]> key(String encoded) {
        return encoded.length() == 43 ? bytes(encoded + "=").filter(key -> key.length == KEY) : Optional.empty();
    }

    private static Optional<byte[]> bytes(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64.strip()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
