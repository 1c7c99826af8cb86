package io.beforehand.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beforehand.localstack.WebhookSink.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSinkTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Instant now = Instant.ofEpochSecond(1614265330);
    private final WebhookSink sink = new WebhookSink(Ports.free(), () -> now);

    @BeforeEach
    void start() {
        sink.start();
    }

    @AfterEach
    void stop() {
        sink.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vector-sign", "vector-multi-signature-rotation"})
    void theOfficialVectorsAreAccepted(String vector) throws Exception {
        // Given
        sink.requireSignature(secretOf(vector));

        // When
        HttpResponse<String> response = post("/customers/chat", vector, bodyOf(vector));

        // Then
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(sink.accepted("/customers/chat")).singleElement().satisfies(delivery -> {
            assertThat(delivery.id()).isEqualTo("msg_p5jXN8AQM9LWM0D4loKWxJek");
            assertThat(delivery.body()).isEqualTo("{\"test\": 2432232314}");
            assertThat(delivery.receivedAt()).isEqualTo(now);
        });
    }

    @Test
    void aChangedBodyIsRefusedAndRecorded() throws Exception {
        // Given
        sink.requireSignature(secretOf("vector-sign"));

        // When
        HttpResponse<String> response = post("/on-call", "vector-sign", "{\"test\": 2432232315}".getBytes());

        // Then
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(sink.accepted("/on-call")).isEmpty();
        assertThat(sink.deliveries()).singleElement().matches(delivery -> delivery.status() == 401);
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301})
    void aTimestampOutsideTheWindowIsRefused(long secondsOff) throws Exception {
        // Given
        sink.requireSignature(secretOf("vector-sign"));
        now = now.plusSeconds(secondsOff);

        // When
        HttpResponse<String> response = post("/on-call", "vector-sign", bodyOf("vector-sign"));

        // Then
        assertThat(response.statusCode()).isEqualTo(401);
    }

    @Test
    void aDestinationCanBeMadeToFailForAWhile() throws Exception {
        // Given
        sink.answer(
                "/on-call",
                delivery ->
                        sink.deliveries().isEmpty() ? new Answer(503, Optional.of(Duration.ofSeconds(2))) : Answer.OK);

        // When
        HttpResponse<String> first = post("/on-call", "vector-sign", bodyOf("vector-sign"));
        HttpResponse<String> second = post("/on-call", "vector-sign", bodyOf("vector-sign"));

        // Then
        assertThat(first.statusCode()).isEqualTo(503);
        assertThat(first.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(second.statusCode()).isEqualTo(204);
    }

    @Test
    void aPersonCanReadWhatArrived() throws Exception {
        // Given
        post("/customers/chat", "vector-sign", "{\"text\":\"您好\"}".getBytes("UTF-8"));

        // When
        HttpResponse<String> page =
                HTTP.send(HttpRequest.newBuilder(URI.create(sink.url("/"))).build(), BodyHandlers.ofString());

        // Then
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
        assertThat(page.body()).contains("/customers/chat", "您好");
    }

    @Test
    void anEndlessBodyIsNotKept() throws Exception {
        // When
        HttpResponse<String> response = post("/customers/chat", "vector-sign", new byte[300_000]);

        // Then
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(sink.deliveries()).isEmpty();
    }

    private HttpResponse<String> post(String path, String vector, byte[] body) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(sink.url(path))).POST(BodyPublishers.ofByteArray(body));
        JsonNode headers = metaOf(vector).at("/http/headers");
        headers.properties()
                .forEach(header ->
                        request.header(header.getKey(), header.getValue().asText()));
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static String secretOf(String vector) throws IOException {
        return metaOf(vector).at("/auth/secret").asText();
    }

    private static JsonNode metaOf(String vector) throws IOException {
        return new ObjectMapper().readTree(resource(vector + ".meta.json"));
    }

    private static byte[] bodyOf(String vector) throws IOException {
        return resource(vector + ".json");
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream file = WebhookSinkTest.class.getResourceAsStream("/standard-webhooks/" + name)) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }
}
