package io.beforehand.intake.channel;

import static io.beforehand.intake.Api.operator;
import static io.beforehand.intake.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beforehand.intake.IntakeStack;
import io.beforehand.intake.Tables;
import io.beforehand.intake.Tables.Rows;
import io.beforehand.intake.TestClock;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.Example;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Deliveries as channels really send them, by HTTP, to an account that knows nothing yet; the service stands in their time. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class RecordedDeliveriesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Set<String> NOT_OURS_TO_SET =
            Set.of("host", "content-length", "connection", "expect", "upgrade");

    /** A command is seen by its writer only: the conversation is his, and not the channel's as the example says. */
    private static final String OWN_CONVERSATION = "slack/slash-command-official-vector";

    @Inject
    TestClock clock;

    @Inject
    Tables tables;

    @AfterEach
    void goOn() {
        clock.goOn();
    }

    @ParameterizedTest
    @MethodSource("io.beforehand.intake.adapter.Example#all")
    void aDeliveryHasItsEffectOnceHoweverOftenItComes(Example example) throws Exception {
        assumeThat(example.action()).isNotEqualTo("vector");
        // Given
        String account = account(example);
        clock.standAt(example.now());
        if (example.toString().equals("email-mailgun/attack-replayed-token-new-body")) {
            refusesWhatWasUsedBefore(example, account);
            return;
        }

        // When
        HttpResponse<String> first = send(example, account);
        Rows once = tables.count();

        // Then
        List<JsonNode> requests = requests(account);
        if (example.action().equals("reject")) {
            assertThat(first.statusCode()).isEqualTo(401);
            assertThat(requests).isEmpty();
            return;
        }
        if (example.meta().at("/http_response/side_effect").isTextual()) {
            // Nothing that would have to be called can be: so it is not confirmed, and comes again.
            assertThat(first.statusCode()).isEqualTo(503);
            return;
        }
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        if (example.action().equals("create_or_append") && example.expected().isObject()) {
            assertThat(requests).hasSize(1);
            holds(requests.getFirst(), example);
        }

        // When
        HttpResponse<String> again = send(example, account);

        // Then
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(tables.count()).isEqualTo(once);
    }

    /** A signature that does not cover the body was made for another one. */
    private void refusesWhatWasUsedBefore(Example attack, String account) throws Exception {
        Example used = Example.of(attack.folder(), "route-mime-official-framework-vector");
        assertThat(send(used, account).statusCode()).isEqualTo(200);
        Rows before = tables.count();

        assertThat(send(attack, account).statusCode()).isEqualTo(401);

        assertThat(tables.count()).isEqualTo(before);
    }

    /** What an example leaves null, it does not say. */
    private static void holds(JsonNode request, Example example) {
        JsonNode expected = example.expected();
        agrees(request.at("/customer/id"), expected.path("customer_id"));
        if (!example.toString().equals(OWN_CONVERSATION)) {
            agrees(request.at("/conversation"), expected.path("conversation_id"));
        }
        agrees(request.at("/messages/0/text"), expected.path("text"));
        agrees(request.at("/messages/0/deliveryId"), expected.path("delivery_id"));
        agrees(request.at("/messages/0/occurredAtSource"), expected.path("timestamp"));
    }

    private static void agrees(JsonNode actual, JsonNode expected) {
        if (expected.isTextual()) {
            assertThat(actual).isEqualTo(expected);
        }
    }

    private static List<JsonNode> requests(String account) throws IOException {
        List<JsonNode> requests = new ArrayList<>();
        for (JsonNode item : read("/v1/requests?account=" + account).path("items")) {
            requests.add(read("/v1/requests/" + item.path("id").asText()));
        }
        return requests;
    }

    private static JsonNode read(String address) throws IOException {
        return JSON.readTree(
                operator().get(address).then().statusCode(200).extract().asString());
    }

    private static String account(Example example) {
        String account = unique("acc");
        AccountKeys keys = example.keys();
        ObjectNode settings = JSON.createObjectNode();
        keys.secrets().forEach(settings.putArray("secrets")::add);
        put(settings, "verifyToken", keys.verifyToken());
        put(settings, "aesKey", keys.aesKey());
        put(settings, "receiveId", keys.receiveId());
        put(settings, "publicKey", keys.publicKey());
        put(settings, "publicUrl", keys.publicUrl());
        put(settings, "jwks", keys.jwks());
        put(settings, "audience", keys.audience());
        put(settings, "issuer", keys.issuer());
        operator()
                .contentType(ContentType.JSON)
                .body(settings.toString())
                .put("/v1/channels/" + example.kind() + "/" + account)
                .then()
                .statusCode(200);
        return account;
    }

    private static void put(ObjectNode settings, String field, @Nullable String value) {
        if (value != null) {
            settings.put(field, value);
        }
    }

    /** With the bytes as they are: no client that knows better. */
    private static HttpResponse<String> send(Example example, String account) throws Exception {
        Delivery delivery = example.delivery();
        String query = delivery.rawQuery().isEmpty() ? "" : "?" + delivery.rawQuery();
        HttpRequest.Builder call = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port
                        + "/v1/channels/" + example.kind() + "/" + account + query))
                .method(
                        delivery.method(),
                        delivery.method().equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(delivery.body()));
        delivery.headers().forEach((name, value) -> {
            if (!NOT_OURS_TO_SET.contains(name.toLowerCase(Locale.ROOT))) {
                call.header(name, value);
            }
        });
        return CLIENT.send(call.build(), HttpResponse.BodyHandlers.ofString());
    }
}
