package io.beforehand.intake.adapter.ses;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;

/** Signs as SNS does, with a key and a certificate of its own that the JDK's keytool made, good for the year 2026. */
record Signer(PrivateKey key, String certificate) {

    private static final String PASSWORD = "only-for-this-test";
    private static final List<String> SIGNED =
            List.of("Message", "MessageId", "Subject", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

    static Signer in(Path directory) {
        Path file = directory.resolve("signer.p12");
        try {
            make(file);
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream stored = Files.newInputStream(file)) {
                store.load(stored, PASSWORD.toCharArray());
            }
            byte[] der = store.getCertificate("sns").getEncoded();
            return new Signer(
                    (PrivateKey) store.getKey("sns", PASSWORD.toCharArray()),
                    "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(der)
                            + "\n-----END CERTIFICATE-----\n");
        } catch (GeneralSecurityException | IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    ObjectNode sign(ObjectNode message, String version) {
        StringBuilder text = new StringBuilder();
        for (String field : SIGNED) {
            if (message.has(field)) {
                text.append(field)
                        .append('\n')
                        .append(message.path(field).asText())
                        .append('\n');
            }
        }
        try {
            Signature signature = Signature.getInstance(version.equals("1") ? "SHA1withRSA" : "SHA256withRSA");
            signature.initSign(key);
            signature.update(text.toString().getBytes(StandardCharsets.UTF_8));
            return message.put("SignatureVersion", version)
                    .put("Signature", Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void make(Path file) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "sns",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=sns.amazonaws.com",
                        "-startdate",
                        "2026/01/01 00:00:00",
                        "-validity",
                        "365",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        if (keytool.waitFor() != 0) {
            throw new UncheckedIOException(new IOException("keytool failed"));
        }
    }
}
