package io.beforehand.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The stack's secrets: random, and kept in a folder, each in a file that only its owner may read, so that they outlive
 * a restart.
 *
 * @param operatorToken for the services' operator calls
 * @param databasePassword of PostgreSQL's superuser; the roles' are derived from it
 * @param webhookSecret with which the webhooks to the sink are signed
 */
public record Secrets(String operatorToken, String databasePassword, String webhookSecret) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Secrets random() {
        return new Secrets(randomText(), randomText(), randomWebhookSecret());
    }

    /** Those of the folder; what it lacks is made. */
    public static Secrets keptIn(Path folder) {
        return new Secrets(
                kept(folder.resolve("operator-token"), randomText()),
                kept(folder.resolve("database-password"), randomText()),
                kept(folder.resolve("webhook-secret"), randomWebhookSecret()));
    }

    /** A password of the service's own, from which the others' cannot be told. */
    public String passwordOf(Service service) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest((service.id() + " " + databasePassword).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static String kept(Path file, String otherwise) {
        try {
            String known = Files.readString(file).strip();
            if (!known.isEmpty()) {
                return known;
            }
        } catch (NoSuchFileException first) {
            // Made below.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, otherwise + "\n");
            return otherwise;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String randomText() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes(24));
    }

    private static String randomWebhookSecret() {
        return "whsec_" + Base64.getEncoder().encodeToString(randomBytes(24));
    }

    private static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
