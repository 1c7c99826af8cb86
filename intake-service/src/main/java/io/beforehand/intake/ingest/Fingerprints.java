package io.beforehand.intake.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.ingest.CloudEvent.Data;
import io.beforehand.intake.request.core.Fingerprint;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** What must be equal for two reports under one id to be the same: type, subject and data, white space and order of members aside. */
final class Fingerprints {

    private Fingerprints() {}

    static Fingerprint of(CloudEvent event, Data data) {
        return switch (data) {
            case Data.None() -> of(event.type(), event.subject(), "none", new byte[0]);
            case Data.Json(JsonNode value) -> of(event.type(), event.subject(), "json", bytes(CanonicalJson.of(value)));
            case Data.Bytes bytes -> of(event.type(), event.subject(), "bytes", bytes.value());
        };
    }

    static Fingerprint of(String type, @Nullable String subject, JsonNode data) {
        return of(type, subject, "json", bytes(CanonicalJson.of(data)));
    }

    private static Fingerprint of(String type, @Nullable String subject, String form, byte[] data) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, bytes(type));
            add(digest, subject == null ? new byte[0] : bytes(subject));
            add(digest, bytes(form));
            add(digest, data);
            return new Fingerprint(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With its length before it, so that no two sequences of parts run together. */
    private static void add(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
