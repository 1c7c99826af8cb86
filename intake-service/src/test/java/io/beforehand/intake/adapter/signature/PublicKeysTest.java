package io.beforehand.intake.adapter.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys are read as people paste them; signatures fit the key and every byte, or they do not. */
class PublicKeysTest {

    private static final byte[] SAID = "said".getBytes(StandardCharsets.UTF_8);

    private final KeyPair pair = pair("EC");
    private final KeyPair previous = pair("EC");

    @Test
    void aKeyIsReadFromBase64AndFromPemAndSeveralFromOneText() {
        assertThat(PublicKeys.read("EC", base64(pair))).containsExactly(pair.getPublic());
        assertThat(PublicKeys.read("EC", pem(pair))).containsExactly(pair.getPublic());
        assertThat(PublicKeys.read("EC", pem(pair) + "\n# the one before\n" + pem(previous)))
                .containsExactly(pair.getPublic(), previous.getPublic());
    }

    @Test
    void aKeyOfAnotherAlgorithmIsNone() {
        assertThat(PublicKeys.read("RSA", base64(pair))).isEmpty();
        assertThat(PublicKeys.read("RSA", pem(pair))).isEmpty();
        assertThat(PublicKeys.read("EC", pem(pair) + pem(pair("RSA")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no key",
                "AAAA",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END CERTIFICATE-----",
            })
    void whatIsNoKeyIsNone(String text) {
        assertThat(PublicKeys.read("EC", text)).isEmpty();
        assertThat(PublicKeys.certificate(text)).isEmpty();
    }

    @Test
    void aSignatureFitsOneOfTheKeysAndEveryByte() {
        // Given
        String signature = sign(previous);
        KeyPairSignature whole = new KeyPairSignature("SHA256withECDSA", new byte[] {'s', 'a'}, new byte[] {'i', 'd'});
        KeyPairSignature other = new KeyPairSignature("SHA256withECDSA", new byte[] {'s', 'a', 'i', 'n'});

        // Then
        assertThat(whole.isBase64(signature, List.of(pair.getPublic(), previous.getPublic())))
                .isTrue();
        assertThat(whole.isBase64(signature, List.of(pair.getPublic()))).isFalse();
        assertThat(other.isBase64(signature, List.of(previous.getPublic()))).isFalse();
        assertThat(whole.isBase64(signature, List.of())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "AAAA", "no Base64!", "MAYCAQACAQA="})
    void whatIsNoSignatureFitsNothing(String signature) {
        assertThat(new KeyPairSignature("SHA256withECDSA", SAID).isBase64(signature, List.of(pair.getPublic())))
                .isFalse();
    }

    private static String sign(KeyPair pair) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(SAID);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    private static String pem(KeyPair pair) {
        return "-----BEGIN PUBLIC KEY-----\n" + base64(pair) + "\n-----END PUBLIC KEY-----\n";
    }
}
