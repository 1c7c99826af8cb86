package io.beforehand.localstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls the stack's services over their public API, as an operator may. */
public final class Operator {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String APPLICATION_JSON = "application/json";

    private final LocalStack stack;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    public Operator(LocalStack stack) {
        this.stack = stack;
    }

    /**
     * What a service said.
     *
     * @param body missing where it was no JSON
     */
    public record Answer(int status, JsonNode body) {

        public boolean ok() {
            return status >= 200 && status < 300;
        }
    }

    /** Whatever the answer is; fails only without one. */
    public Answer get(Service service, String path) {
        return send(service, path, HttpRequest.newBuilder().GET());
    }

    /** @throws LocalStackException when the answer is none in the 200s, as the other calls that change something do */
    public JsonNode put(Service service, String path, Object body) {
        return changed(
                service,
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", APPLICATION_JSON)
                        .PUT(BodyPublishers.ofString(write(body))));
    }

    public JsonNode post(Service service, String path, Object body) {
        return post(service, path, APPLICATION_JSON, body);
    }

    /** @param type what kind of JSON the body is */
    public JsonNode post(Service service, String path, String type, Object body) {
        return changed(
                service,
                path,
                HttpRequest.newBuilder().header("Content-Type", type).POST(BodyPublishers.ofString(write(body))));
    }

    /** Posts a mail to a mailbox of intake, with the mailbox' secret. */
    public JsonNode postMail(String mailbox, String secret, byte[] mail) {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .header("Content-Type", "message/rfc822")
                .header("Authorization", "Bearer " + secret)
                .POST(BodyPublishers.ofByteArray(mail));
        String path = "/v1/channels/email/" + mailbox;
        return okay(Service.INTAKE, path, answer(Service.INTAKE, path, request));
    }

    private JsonNode changed(Service service, String path, HttpRequest.Builder request) {
        return okay(service, path, send(service, path, request));
    }

    private static JsonNode okay(Service service, String path, Answer answer) {
        if (!answer.ok()) {
            throw new LocalStackException(
                    path + " was answered with " + answer.status() + " by " + service.id() + ": " + answer.body());
        }
        return answer.body();
    }

    private Answer send(Service service, String path, HttpRequest.Builder request) {
        return answer(
                service,
                path,
                request.header("Authorization", "Bearer " + stack.secrets().operatorToken()));
    }

    private Answer answer(Service service, String path, HttpRequest.Builder request) {
        URI uri = URI.create(stack.service(service).url() + path);
        try {
            HttpResponse<String> response =
                    http.send(request.uri(uri).timeout(PATIENCE).build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), parse(response.body()));
        } catch (IOException e) {
            throw new LocalStackException("No answer from " + uri + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while asking " + uri + ".", e);
        }
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return JSON.missingNode();
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
