package io.beforehand.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {

    @Test
    void theOfficialVectorIsSignedAsItsLibrariesDo() throws IOException {
        // Given
        JsonNode vector = new ObjectMapper().readTree(resource("vector-sign.meta.json"));
        JsonNode headers = vector.at("/http/headers");
        SigningSecret secret = SigningSecret.parse(vector.at("/auth/secret").asText());
        Instant at = Instant.ofEpochSecond(headers.get("webhook-timestamp").asLong());

        // When
        String signature =
                WebhookSignature.of(secret, headers.get("webhook-id").asText(), at, resource("vector-sign.json"));

        // Then
        assertThat(signature).isEqualTo(headers.get("webhook-signature").asText());
    }

    @Test
    void aSecretIsReadWithOrWithoutPrefixAndPadding() {
        String padded = Base64.getEncoder().encodeToString(new byte[25]);
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);

        assertThat(signed("whsec_" + padded, body))
                .isEqualTo(signed(padded, body))
                .isEqualTo(signed(padded.replace("=", ""), body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "whsec_c2hvcnQ=", "not base64 at all!"})
    void aSecretThatIsTooShortOrNoBase64IsRefusedWithoutBeingRepeated(String text) {
        assertThatThrownBy(() -> SigningSecret.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("must be")
                .hasMessageNotContaining("c2hvcnQ");
    }

    @Test
    void aSecretDoesNotShowItself() {
        assertThat(SigningSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
                .hasToString("SigningSecret");
    }

    private static String signed(String secret, byte[] body) {
        return WebhookSignature.of(SigningSecret.parse(secret), "msg_1", Instant.EPOCH, body);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream file = WebhookSignatureTest.class.getResourceAsStream("/standard-webhooks/" + name)) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }
}
