package io.beforehand.intake.adapter.ses;

import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.signature.KeyPairSignature;
import io.beforehand.intake.adapter.signature.PublicKeys;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** Checks the signature of a message: by the key of the account, else by the certificate that was fetched from SNS. */
final class SnsSignature {

    private static final String RSA = "RSA";

    /** Version 1 is what topics use that nobody set otherwise. */
    private static final Map<String, String> ALGORITHMS = Map.of("1", "SHA1withRSA", "2", "SHA256withRSA");

    private SnsSignature() {}

    static boolean isGood(SnsMessage message, AccountKeys keys, Instant now) {
        String algorithm = ALGORITHMS.get(message.text("SignatureVersion"));
        return algorithm != null
                && new KeyPairSignature(algorithm, message.signedText().getBytes(StandardCharsets.UTF_8))
                        .isBase64(message.text("Signature"), keys(message, keys, now));
    }

    private static List<PublicKey> keys(SnsMessage message, AccountKeys keys, Instant now) {
        if (keys.publicKey() != null) {
            return PublicKeys.read(RSA, keys.publicKey());
        }
        String fetched = keys.fetched();
        return fetched == null || message.certificateUrl().isEmpty()
                ? List.of()
                : PublicKeys.certificate(fetched)
                        .filter(certificate -> isValid(certificate, now))
                        .map(X509Certificate::getPublicKey)
                        .filter(key -> key.getAlgorithm().equals(RSA))
                        .map(List::of)
                        .orElse(List.of());
    }

    private static boolean isValid(X509Certificate certificate, Instant now) {
        try {
            certificate.checkValidity(Date.from(now));
            return true;
        } catch (CertificateException _) {
            return false;
        }
    }
}
