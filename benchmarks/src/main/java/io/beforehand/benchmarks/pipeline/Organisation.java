package io.beforehand.benchmarks.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beforehand.benchmarks.load.ChannelMessages;
import io.beforehand.localstack.LocalStack;
import io.beforehand.localstack.LocalStackException;
import io.beforehand.localstack.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/**
 * The organisation that is served: an outlet to its customers, somebody on call, and agents who have room for a whole phase, so that
 * every request is assigned.
 */
final class Organisation {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The most that routing lets one agent have. */
    private static final int REQUESTS_EACH = 100;

    private static final double SPARE = 1.2;

    private final LocalStack stack;
    private final HttpClient http = HttpClient.newHttpClient();

    Organisation(LocalStack stack) {
        this.stack = stack;
    }

    /** @param requests that are open at once at the most */
    static int agentsFor(int requests) {
        return (int) Math.ceil(SPARE * requests / REQUESTS_EACH);
    }

    void register(String customersUrl, int agents) {
        put(
                Service.NOTIFICATION,
                "/v1/outlets/chat/default",
                Map.of(
                        "type",
                        "webhook",
                        "url",
                        customersUrl,
                        "secret",
                        stack.secrets().webhookSecret()));
        put(
                Service.NOTIFICATION,
                "/v1/contacts/default",
                Map.of(
                        "name",
                        "On call",
                        "methods",
                        List.of(Map.of(
                                "type",
                                "webhook",
                                "address",
                                customersUrl,
                                "secret",
                                stack.secrets().webhookSecret()))));
        for (int i = 0; i < agents; i++) {
            String path = "/v1/agents/agent-" + i;
            put(
                    Service.ROUTING,
                    path,
                    Map.of(
                            "name", "Agent " + i,
                            "team", "support",
                            "skills", Map.of("general", 1 + i % 5),
                            "languages", List.of("zh", "en"),
                            "capacity", Map.of("chat", REQUESTS_EACH, "email", REQUESTS_EACH)));
            put(Service.ROUTING, path + "/presence", Map.of("state", "available"));
        }
    }

    /** An account of a native channel, whose customers are reached there. */
    void open(ChannelMessages messages, String secret, String customersUrl) {
        put(
                Service.INTAKE,
                "/v1/channels/" + messages.kind() + "/" + messages.account(),
                Map.of("secrets", List.of(secret)));
        put(
                Service.NOTIFICATION,
                "/v1/outlets/" + messages.channel() + "/" + messages.account(),
                Map.of(
                        "type",
                        "webhook",
                        "url",
                        customersUrl,
                        "secret",
                        stack.secrets().webhookSecret()));
    }

    private void put(Service service, String path, Map<String, ?> body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(stack.service(service).url() + path))
                    .header("Authorization", "Bearer " + stack.secrets().operatorToken())
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new LocalStackException(
                        "PUT " + path + " was answered with " + response.statusCode() + ": " + response.body());
            }
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException e) {
            throw new LocalStackException("PUT " + path + " had no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("PUT " + path + " was interrupted", e);
        }
    }
}
