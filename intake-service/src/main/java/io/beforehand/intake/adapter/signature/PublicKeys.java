package io.beforehand.intake.adapter.signature;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads public keys as operators and channels write them. */
public final class PublicKeys {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (PUBLIC KEY|CERTIFICATE)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    private PublicKeys() {}

    /**
     * The keys in a text: one or more of PEM, as keys or as certificates, or a single one in Base64 of DER. Empty if there is none
     * of that algorithm, or one cannot be read.
     *
     * @param algorithm such as {@code RSA} or {@code EC}
     */
    public static List<PublicKey> read(String algorithm, String text) {
        try {
            List<PublicKey> keys = new ArrayList<>();
            Matcher block = PEM.matcher(text);
            while (block.find()) {
                byte[] der = Base64.getMimeDecoder().decode(block.group(2));
                keys.add(block.group(1).equals("CERTIFICATE") ? certificate(der).getPublicKey() : key(algorithm, der));
            }
            if (keys.isEmpty()) {
                keys.add(key(algorithm, Base64.getDecoder().decode(text.replaceAll("\\s", ""))));
            }
            return keys.stream().allMatch(key -> key.getAlgorithm().equals(algorithm)) ? keys : List.of();
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return List.of();
        }
    }

    /** The first certificate in a PEM; empty if there is none that can be read. */
    public static Optional<X509Certificate> certificate(String pem) {
        Matcher block = PEM.matcher(pem);
        try {
            return block.find() && block.group(1).equals("CERTIFICATE")
                    ? Optional.of(certificate(Base64.getMimeDecoder().decode(block.group(2))))
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static PublicKey key(String algorithm, byte[] der) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der));
    }

    private static X509Certificate certificate(byte[] der) throws GeneralSecurityException {
        Certificate certificate =
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        return (X509Certificate) certificate;
    }
}
