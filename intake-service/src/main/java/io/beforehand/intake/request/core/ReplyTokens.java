package io.beforehand.intake.request.core;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names requests in mail addresses and Message-IDs so that nobody can name one that he was not told: 16 bytes of the request's
 * id and 9 of an HMAC-SHA256 of it, in Base32 of lower-case letters and digits: 40 characters, which leaves room for a name before
 * them, since what stands before the {@code @} of an address may have 64.
 */
public final class ReplyTokens {

    /** Characters of a token. */
    public static final int LENGTH = 40;

    private static final String ALGORITHM = "HmacSHA256";
    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int ID_BYTES = 16;
    private static final int SIGNATURE_BYTES = 9;

    private final SecretKeySpec key;

    /** @param secret 32 bytes that only intake knows */
    public ReplyTokens(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** @param requestId a UUID */
    public String of(String requestId) {
        return encoded(signed(UUID.fromString(requestId)));
    }

    /** The request that a token names; empty for what is no token, or was not made with the secret. */
    public Optional<String> requestId(String token) {
        if (token.length() != LENGTH || token.chars().anyMatch(c -> DIGITS.indexOf(c) < 0)) {
            return Optional.empty();
        }
        byte[] bytes = decoded(token);
        ByteBuffer id = ByteBuffer.wrap(bytes);
        UUID requestId = new UUID(id.getLong(), id.getLong());
        return MessageDigest.isEqual(bytes, signed(requestId)) ? Optional.of(requestId.toString()) : Optional.empty();
    }

    private byte[] signed(UUID requestId) {
        ByteBuffer id = ByteBuffer.allocate(ID_BYTES)
                .putLong(requestId.getMostSignificantBits())
                .putLong(requestId.getLeastSignificantBits());
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            // Says what the signature is for, so that the secret can sign other things too.
            mac.update("reply-token:".getBytes(StandardCharsets.US_ASCII));
            byte[] signature = mac.doFinal(id.array());
            byte[] token = Arrays.copyOf(id.array(), ID_BYTES + SIGNATURE_BYTES);
            System.arraycopy(signature, 0, token, ID_BYTES, SIGNATURE_BYTES);
            return token;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int bit = 0; bit < bytes.length * 8; bit += 5) {
            int high = (bytes[bit / 8] & 0xff) << 8;
            int low = bit / 8 + 1 < bytes.length ? bytes[bit / 8 + 1] & 0xff : 0;
            text.append(DIGITS.charAt((high | low) >> (11 - bit % 8) & 31));
        }
        return text.toString();
    }

    private static byte[] decoded(String token) {
        byte[] bytes = new byte[ID_BYTES + SIGNATURE_BYTES];
        int held = 0;
        int bits = 0;
        int at = 0;
        for (int i = 0; i < token.length() && at < bytes.length; i++) {
            held = held << 5 | DIGITS.indexOf(token.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (held >> bits);
            }
        }
        return bytes;
    }
}
