package io.beforehand.stories;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.lessThan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beforehand.localstack.Delivery;
import io.beforehand.localstack.LocalStack;
import io.beforehand.localstack.Service;
import io.beforehand.localstack.ServiceProcess;
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
import java.nio.charset.StandardCharsets;
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

    /** The only people who have the time for patients; there are none but where a story says so. */
    static final String PATIENT_TEAM = "patience";

    /** A category of requests whose promises no machine is too slow for. */
    static final String CALM = "calm";

    /** A category of requests that nobody takes; a story says what they are promised. */
    static final String HASTY = "hasty";

    /** RestAssured knows no CloudEvents and would send them in a charset of its own. */
    private static final RestAssuredConfig UTF_8 = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .defaultContentCharset("UTF-8")
                    .encodeContentTypeAs("application/cloudevents+json", ContentType.JSON));

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How long on call is left alone after a page; a minute by default, and stories would wait for it. */
    static final Duration BETWEEN_PAGES = Duration.ofSeconds(10);

    /** How long a story waits for what follows at once: stories are about what happens, on however slow a machine. */
    static final Duration SOON = Duration.ofSeconds(30);

    /** How long an acknowledgement waits for what it wants to say, for the same reason. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** How long whoever posts waits for the commit, who would be told to come back otherwise. */
    private static final Duration DEADLINE = Duration.ofSeconds(15);

    private final LocalStack stack = LocalStack.forTests(Map.of(
            "BEFOREHAND_ALERT_INTERVAL", BETWEEN_PAGES.toSeconds() + "s",
            "BEFOREHAND_ACKNOWLEDGEMENT_PATIENCE", PATIENCE.toSeconds() + "s",
            "BEFOREHAND_INTAKE_COMMIT_DEADLINE", DEADLINE.toSeconds() + "s"));

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
        putPatients();
        awaitFirstAcknowledgement();
    }

    /**
     * Of those who bear with an outage: its alerts would be heard between those that a story is about, and its requests would
     * take the time of those who answer there.
     */
    private void putPatients() {
        put(
                Service.ROUTING,
                "/v1/routing-rules",
                Map.of(
                        "rules",
                        List.of(
                                Map.of("category", "patient", "team", PATIENT_TEAM),
                                Map.of("category", HASTY, "team", PATIENT_TEAM))));
        put(
                Service.SLA,
                "/v1/policies/patient",
                Map.of(
                        "id",
                        "patient",
                        "when",
                        Map.of("category", List.of("patient", CALM)),
                        "calendar",
                        "always",
                        "goals",
                        Map.of(
                                "acknowledgement", Map.of("within", "1h"),
                                "first-response", Map.of("within", "1d"),
                                "resolution", Map.of("within", "3d"))));
    }

    /** A system that has just started is slow for a moment; the stories are about one that runs. */
    private void awaitFirstAcknowledgement() {
        for (int i = 0; i < 5; i++) {
            String id = "warm-up-" + i;
            String requestId = post(id, "io.beforehand.message.received", message(id, "Hello?", Map.of()));
            await().atMost(SOON).until(() -> delivered(CUSTOMERS, requestId).size() == 1);
            post(id + "-done", "io.beforehand.status.changed", Map.of("requestId", requestId, "status", "resolved"));
        }
    }

    LocalStack stack() {
        return stack;
    }

    RequestSpecification as(Service service) {
        return as(stack.service(service));
    }

    private RequestSpecification as(ServiceProcess replica) {
        return given().config(UTF_8)
                .baseUri(replica.url())
                .header("Authorization", "Bearer " + stack.secrets().operatorToken());
    }

    void put(Service service, String path, Object body) {
        putAt(stack.service(service), path, body);
    }

    void putAt(ServiceProcess replica, String path, Object body) {
        as(replica).contentType("application/json").body(body).put(path).then().statusCode(lessThan(300));
    }

    /** What the service says at that path; the status must be 200. */
    JsonPath get(Service service, String path) {
        return as(service).get(path).then().statusCode(200).extract().jsonPath();
    }

    /** The same, for stories that look at hundreds of requests. */
    JsonNode read(Service service, String path) {
        return readAt(stack.service(service), path);
    }

    JsonNode readAt(ServiceProcess replica, String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(replica.url() + path))
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

    /** Hands over a mail as a mail server does, and returns what was accepted. */
    JsonPath receiveMail(String account, String secret, String mail) {
        return given().config(UTF_8)
                .baseUri(stack.service(Service.INTAKE).url())
                .header("Authorization", "Bearer " + secret)
                .contentType("message/rfc822")
                .body(mail.getBytes(StandardCharsets.UTF_8))
                .post("/v1/channels/email/" + account)
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
    }

    /** Posts an event and returns the answer, whatever it is. */
    HttpResponse<String> send(String id, String type, Map<String, ?> data) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(stack.service(Service.INTAKE).url() + "/v1/events"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + stack.secrets().operatorToken())
                .header("Content-Type", "application/cloudevents+json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(event(id, type, data))))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
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
        return message("chat", conversation, text, hints);
    }

    static Map<String, Object> message(String channel, String conversation, String text, Map<String, ?> hints) {
        return Map.of(
                "channel", channel,
                "conversation", conversation,
                "customer", Map.of("id", "C-" + conversation, "name", "王小明", "locale", "zh-CN"),
                "text", text,
                "hints", hints);
    }

    /** Of somebody who bears with an outage. */
    static Map<String, Object> patient(String conversation) {
        return message(conversation, "Hello?", Map.of("category", "patient"));
    }

    /** After everything but the sinks was stopped. */
    void startAgain() {
        stack.postgres().start();
        stack.kafka().start();
        stack.services().forEach(ServiceProcess::start);
        awaitReady();
    }

    void awaitReady() {
        stack.services().forEach(service -> service.waitUntilReady(Duration.ofSeconds(90)));
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
