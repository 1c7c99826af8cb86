package io.beforehand.intake.adapter.signature;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;

/** A signature that is made with a private key of the channel, over the parts of a message, one after the other. */
public final class KeyPairSignature {

    private final String algorithm;
    private final byte[][] parts;

    /** @param algorithm in the words of the JDK, such as {@code SHA256withECDSA} */
    public KeyPairSignature(String algorithm, byte[]... parts) {
        this.algorithm = algorithm;
        this.parts = parts;
    }

    /** Whether the Base64 signature fits one of the keys; what is no signature at all does not. */
    public boolean isBase64(String signature, List<PublicKey> keys) {
        try {
            byte[] shown = Base64.getDecoder().decode(signature);
            return keys.stream().anyMatch(key -> fits(shown, key));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private boolean fits(byte[] shown, PublicKey key) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initVerify(key);
            for (byte[] part : parts) {
                signature.update(part);
            }
            return signature.verify(shown);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }
}
