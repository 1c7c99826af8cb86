package io.beforehand.intake.adapter.signature;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A keyed digest over the parts of a message, one after the other. */
public final class Hmac {

    private final String algorithm;
    private final byte[][] parts;

    private Hmac(String algorithm, byte[][] parts) {
        this.algorithm = algorithm;
        this.parts = parts;
    }

    public static Hmac sha256(byte[]... parts) {
        return new Hmac("HmacSHA256", parts);
    }

    public static Hmac sha1(byte[]... parts) {
        return new Hmac("HmacSHA1", parts);
    }

    /** Whether the hexadecimal signature was made with one of the secrets; in a time that tells nothing about them. */
    public boolean isHex(String signature, List<String> secrets) {
        byte[] shown = signature.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        boolean matches = false;
        for (String secret : secrets) {
            matches |= MessageDigest.isEqual(shown, ascii(HexFormat.of().formatHex(under(bytes(secret)))));
        }
        return matches;
    }

    /** Whether the Base64 signature was made with one of the secrets; in a time that tells nothing about them. */
    public boolean isBase64(String signature, List<String> secrets) {
        byte[] shown = bytes(signature);
        boolean matches = false;
        for (String secret : secrets) {
            matches |= MessageDigest.isEqual(shown, Base64.getEncoder().encode(under(bytes(secret))));
        }
        return matches;
    }

    /** The digest under that key. */
    public byte[] under(byte[] key) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
