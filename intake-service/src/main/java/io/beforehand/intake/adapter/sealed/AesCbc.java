package io.beforehand.intake.adapter.sealed;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256 in CBC mode, padded as PKCS#7 says. WeChat pads to 32 bytes, which the JDK's own padding refuses; so padding is done here,
 * and only ever looked at once a signature over the ciphertext was right.
 */
public final class AesCbc {

    public static final int BLOCK = 16;

    private final SecretKeySpec key;
    private final IvParameterSpec start;

    /**
     * @param key 32 bytes
     * @param start the initialization vector, 16 bytes
     */
    public AesCbc(byte[] key, byte[] start) {
        this.key = new SecretKeySpec(key, "AES");
        this.start = new IvParameterSpec(start);
    }

    /** Empty if it was not encrypted with this key. @param padTo up to how many bytes of padding there may be */
    public Optional<byte[]> decrypt(byte[] ciphertext, int padTo) {
        if (ciphertext.length == 0 || ciphertext.length % BLOCK != 0) {
            return Optional.empty();
        }
        byte[] padded = run(Cipher.DECRYPT_MODE, ciphertext);
        int padding = padded[padded.length - 1] & 0xff;
        if (padding < 1 || padding > padTo || padding > padded.length) {
            return Optional.empty();
        }
        for (int i = padded.length - padding; i < padded.length; i++) {
            if ((padded[i] & 0xff) != padding) {
                return Optional.empty();
            }
        }
        return Optional.of(Arrays.copyOf(padded, padded.length - padding));
    }

    public byte[] encrypt(byte[] plaintext, int padTo) {
        int padding = padTo - plaintext.length % padTo;
        byte[] padded = Arrays.copyOf(plaintext, plaintext.length + padding);
        Arrays.fill(padded, plaintext.length, padded.length, (byte) padding);
        return run(Cipher.ENCRYPT_MODE, padded);
    }

    private byte[] run(int mode, byte[] blocks) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, key, start);
            return cipher.doFinal(blocks);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
