package io.beforehand.benchmarks.timers.ours;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beforehand.localstack.LocalStackException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** What an operator asks of the service. */
final class OperatorCalls {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TRIES = 100;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String token;

    OperatorCalls(String url, String token) {
        this.url = url;
        this.token = token;
    }

    void put(String path, String body) {
        call(path, request -> request.PUT(BodyPublishers.ofString(body)));
    }

    boolean replayFindsNoDrift(String requestId) {
        JsonNode job = call(
                "/v1/replays",
                request -> request.POST(BodyPublishers.ofString("{\"requestId\": \"" + requestId + "\"}")));
        for (int i = 0; i < TRIES && job.path("state").asText().equals("running"); i++) {
            pause();
            job = call("/v1/replays/" + job.path("id").asText(), HttpRequest.Builder::GET);
        }
        if (!job.path("state").asText().equals("done")) {
            throw new LocalStackException("A replay came to no end: " + job);
        }
        JsonNode result = job.path("result");
        return result.path("requests").asInt() == 1 && result.path("drifting").asInt(-1) == 0;
    }

    private JsonNode call(String path, UnaryOperator<HttpRequest.Builder> method) {
        try {
            HttpRequest request = method.apply(HttpRequest.newBuilder(URI.create(url + path))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json"))
                    .build();
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new LocalStackException(
                        path + " was answered with " + response.statusCode() + ": " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new LocalStackException(path + " had no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException(path + " was interrupted", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(100));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted", e);
        }
    }
}
