package io.beforehand.intake.adapter.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Digests without a key. */
public final class Digests {

    private Digests() {}

    public static byte[] sha256(byte[]... parts) {
        return digest("SHA-256", parts);
    }

    /** The signature of WeChat and its relatives: SHA-1 over the words in their order, in hexadecimal. */
    public static String sortedSha1(String... words) {
        String text = Arrays.stream(words).sorted().collect(Collectors.joining());
        return HexFormat.of().formatHex(digest("SHA-1", text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * A key for what has no id of its own: the same for the same words in the same order. 32 hexadecimal digits are enough to tell
     * the messages of one account apart.
     */
    public static String key(String... words) {
        String text =
                Arrays.stream(words).map(word -> word.length() + ":" + word).collect(Collectors.joining());
        return HexFormat.of().formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
    }

    /** Whether two texts are equal; in a time that tells nothing about either but its length. */
    public static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] digest(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
