package io.beforehand.stories;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.lessThan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beforehand.localstack.Delivery;
import io.beforehand.localstack.LocalStack;
import io.beforehand.localstack.Service;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The whole system, started once for all stories, and how they speak to it. */
final class Beforehand implements AutoCloseable {

    static final String CUSTOMERS = "/customers/chat";
    static final String ON_CALL = "/on-call";

    /** RestAssured knows no CloudEvents and would send them in a charset of its own. */
    private static final RestAssuredConfig UTF_8 = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .defaultContentCharset("UTF-8")
                    .encodeContentTypeAs("application/cloudevents+json", ContentType.JSON));

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalStack stack = LocalStack.forTests();

    /** Hands the running system to the stories of a test run and stops it after the last. */
    static final class Running implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Beforehand.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent(Beforehand.class, _ -> new Beforehand(), Beforehand.class);
        }
    }

    private Beforehand() {
        stack.start();
        String secret = stack.secrets().webhookSecret();
        put(
                Service.NOTIFICATION,
                "/v1/outlets/chat/default",
                Map.of("type", "webhook", "url", stack.sink().url(CUSTOMERS), "secret", secret));
        put(
                Service.NOTIFICATION,
                "/v1/contacts/default",
                Map.of(
                        "name",
                        "On call",
                        "methods",
                        List.of(Map.of(
                                "type", "webhook", "address", stack.sink().url(ON_CALL), "secret", secret))));
        awaitFirstAcknowledgement();
    }

    /** A system that has just started is slow for a moment; the stories are about one that runs. */
    private void awaitFirstAcknowledgement() {
        for (int i = 0; i < 5; i++) {
            String id = "warm-up-" + i;
            String requestId = post(id, "io.beforehand.message.received", message(id, "Hello?", Map.of()));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> delivered(CUSTOMERS, requestId).size() == 1);
            post(id + "-done", "io.beforehand.status.changed", Map.of("requestId", requestId, "status", "resolved"));
        }
    }

    LocalStack stack() {
        return stack;
    }

    RequestSpecification as(Service service) {
        return given().config(UTF_8)
                .baseUri(stack.service(service).url())
                .header("Authorization", "Bearer " + stack.secrets().operatorToken());
    }

    void put(Service service, String path, Object body) {
        as(service).contentType("application/json").body(body).put(path).then().statusCode(lessThan(300));
    }

    /** What the service says at that path; the status must be 200. */
    JsonPath get(Service service, String path) {
        return as(service).get(path).then().statusCode(200).extract().jsonPath();
    }

    /** The same, for stories that look at hundreds of requests. */
    JsonNode read(Service service, String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(stack.service(service).url() + path))
                    .header("Authorization", "Bearer " + stack.secrets().operatorToken())
                    .build();
            return JSON.readTree(
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    int status(Service service, String path) {
        return as(service).get(path).statusCode();
    }

    /** Posts an event and returns the id of its request. */
    String post(String id, String type, Map<String, ?> data) {
        return as(Service.INTAKE)
                .contentType("application/cloudevents+json")
                .body(event(id, type, data))
                .post("/v1/events")
                .then()
                .statusCode(202)
                .extract()
                .path("accepted[0].requestId");
    }

    static Map<String, Object> event(String id, String type, Map<String, ?> data) {
        return Map.of(
                "specversion", "1.0",
                "id", id,
                "source", "/stories",
                "type", type,
                "data", data);
    }

    static Map<String, Object> message(String conversation, String text, Map<String, ?> hints) {
        return Map.of(
                "channel", "chat",
                "conversation", conversation,
                "customer", Map.of("id", "C-" + conversation, "name", "王小明", "locale", "zh-CN"),
                "text", text,
                "hints", hints);
    }

    /** What arrived and was accepted there about a request. */
    List<Delivery> delivered(String path, String requestId) {
        return stack.sink().accepted(path).stream()
                .filter(delivery -> delivery.body().contains(requestId))
                .toList();
    }

    @Override
    public void close() {
        stack.close();
    }
}
