package io.beforehand.intake.webhook.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checked against the vectors of the Standard Webhooks libraries and against signed CloudEvents. */
class SignedWebhookTest {

    private static final Path CHANNELS = Path.of("src/test/resources/channels");
    private static final Set<String> SIGNED_SO = Set.of("cloudevents", "standard-webhooks");
    private static final Instant SIGNED_AT = Instant.ofEpochSecond(1614265330);
    private static final WebhookSecret SECRET = WebhookSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final WebhookSecret OTHER = WebhookSecret.of("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    record Vector(String name, SignedWebhook webhook, WebhookSecret secret, Instant signedAt) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Vector> vectors() throws IOException {
        try (Stream<Path> files = Files.walk(CHANNELS)) {
            return files
                    .filter(file -> file.toString().endsWith(".meta.json"))
                    .filter(file ->
                            SIGNED_SO.contains(file.getParent().getFileName().toString()))
                    .sorted()
                    .map(SignedWebhookTest::vector)
                    .filter(vector -> vector.webhook().signature() != null)
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void anOfficialSignatureIsValid(Vector vector) {
        assertThat(vector.webhook().verify(List.of(vector.secret()), vector.signedAt()))
                .isEqualTo(SignatureCheck.VALID);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void oneChangedByteMakesItInvalid(Vector vector) {
        byte[] body = vector.webhook().body().clone();
        body[body.length - 1] ^= 1;
        SignedWebhook changed = new SignedWebhook(
                vector.webhook().id(),
                vector.webhook().timestamp(),
                vector.webhook().signature(),
                body);

        assertThat(changed.verify(List.of(vector.secret()), vector.signedAt())).isEqualTo(SignatureCheck.INVALID);
    }

    @Test
    void whileASecretIsReplacedEitherIsValid() {
        assertThat(webhook(SIGNATURE).verify(List.of(OTHER, SECRET), SIGNED_AT)).isEqualTo(SignatureCheck.VALID);
        assertThat(webhook(SIGNATURE).verify(List.of(OTHER), SIGNED_AT)).isEqualTo(SignatureCheck.INVALID);
        assertThat(webhook(SIGNATURE).verify(List.of(), SIGNED_AT)).isEqualTo(SignatureCheck.INVALID);
    }

    @Test
    void theWindowIsFiveMinutesBothWays() {
        List<WebhookSecret> secrets = List.of(SECRET);

        assertThat(webhook(SIGNATURE).verify(secrets, SIGNED_AT.plusSeconds(300)))
                .isEqualTo(SignatureCheck.VALID);
        assertThat(webhook(SIGNATURE).verify(secrets, SIGNED_AT.minusSeconds(300)))
                .isEqualTo(SignatureCheck.VALID);
        assertThat(webhook(SIGNATURE).verify(secrets, SIGNED_AT.plusSeconds(301)))
                .isEqualTo(SignatureCheck.OUTSIDE_WINDOW);
        assertThat(webhook(SIGNATURE).verify(secrets, SIGNED_AT.minusSeconds(301)))
                .isEqualTo(SignatureCheck.OUTSIDE_WINDOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "v1", "v1,", "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "g0hM9SsE+OTPJTGt", "v1,x"})
    void anythingElseIsInvalid(String signature) {
        assertThat(webhook(signature).verify(List.of(SECRET), SIGNED_AT)).isEqualTo(SignatureCheck.INVALID);
    }

    @Test
    void aHeaderThatIsNotThereIsMissing() {
        byte[] body = new byte[0];
        assertThat(new SignedWebhook(null, "1", "v1,x", body).headers(SIGNED_AT))
                .isEqualTo(SignatureCheck.MISSING);
        assertThat(new SignedWebhook("a", null, "v1,x", body).headers(SIGNED_AT))
                .isEqualTo(SignatureCheck.MISSING);
        assertThat(new SignedWebhook("a", "1", null, body).headers(SIGNED_AT)).isEqualTo(SignatureCheck.MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1614265330.5", "99999999999999999999"})
    void aTimestampThatIsNoNumberIsInvalid(String timestamp) {
        assertThat(new SignedWebhook("a", timestamp, "v1,x", new byte[0]).headers(SIGNED_AT))
                .isEqualTo(SignatureCheck.INVALID);
    }

    @Test
    void aSecretMayLackPrefixAndPadding() {
        SignedWebhook webhook = webhook(SIGNATURE);
        assertThat(webhook.verify(List.of(WebhookSecret.of("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")), SIGNED_AT))
                .isEqualTo(SignatureCheck.VALID);
        assertThat(WebhookSecret.of("whsec_AAAAAAAAAAAAAAAAAAAAAA").key()).hasSize(16);
        assertThat(WebhookSecret.of("whsec_AAAAAAAAAAAAAAAAAAAAAA==").key()).hasSize(16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "whsec_c2hvcnQ=", "whsec_not base64 at all!"})
    void aSecretThatIsNoneIsRefusedWithoutRepeatingIt(String secret) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebhookSecret.of(secret))
                .withMessageStartingWith("must ");
    }

    private static SignedWebhook webhook(String signature) {
        return new SignedWebhook(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                "1614265330",
                signature,
                "{\"test\": 2432232314}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Vector vector(Path metaFile) {
        try {
            JsonNode meta = new ObjectMapper().readTree(metaFile.toFile());
            byte[] body =
                    Files.readAllBytes(metaFile.resolveSibling(meta.get("file").asText()));
            JsonNode headers = meta.at("/http/headers");
            SignedWebhook webhook = new SignedWebhook(
                    text(headers, "webhook-id"),
                    text(headers, "webhook-timestamp"),
                    text(headers, "webhook-signature"),
                    body);
            String secret = meta.at("/auth/secret").asText("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
            return new Vector(
                    meta.get("name").asText(),
                    webhook,
                    WebhookSecret.of(secret),
                    Instant.ofEpochSecond(meta.at("/auth/timestamp").asLong()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.has(name) ? node.get(name).asText() : null;
    }
}
