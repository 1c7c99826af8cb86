package io.beforehand.intake.ingest;

import static io.beforehand.intake.Api.event;
import static io.beforehand.intake.Api.message;
import static io.beforehand.intake.Api.operator;
import static io.beforehand.intake.Api.post;
import static io.beforehand.intake.Api.postBatch;
import static io.beforehand.intake.Api.refused;
import static io.beforehand.intake.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.events.StreamEvent;
import io.beforehand.intake.Api;
import io.beforehand.intake.IntakeStack;
import io.beforehand.intake.RequestsTopic;
import io.beforehand.intake.Tables;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code POST /v1/events} promises to those who send rightly. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class EventsTest {

    @Inject
    Tables tables;

    @Test
    void aStructuredEventOpensARequestAndTheOthersHearOfIt() {
        String conversation = unique("c");
        Instant happened = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
        String event = message(unique("e"), conversation, "订单还没有发货 😡")
                .replace("\"specversion\"", "\"time\":\"" + happened + "\",\"specversion\"");

        String requestId = post(event)
                .then()
                .statusCode(202)
                .body("accepted[0].outcome", equalTo("opened"))
                .extract()
                .path("accepted[0].requestId");

        try (RequestsTopic topic = new RequestsTopic()) {
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(topic.of(requestId))
                    .singleElement()
                    .satisfies(told -> {
                        assertThat(told.sequence()).isEqualTo(1);
                        assertThat(told.time()).isEqualTo(happened);
                        assertThat(told.event()).isInstanceOfSatisfying(RequestOpened.class, opened -> {
                            assertThat(opened.number()).startsWith("R-");
                            assertThat(opened.text()).isEqualTo("订单还没有发货 😡");
                            assertThat(opened.customer().locale()).isEqualTo("zh-CN");
                        });
                    }));
        }
    }

    @Test
    void aBinaryEventIsReadFromHeadersAndBody() {
        String conversation = unique("c");

        operator()
                .contentType("application/json; charset=utf-8")
                .header("ce-specversion", "1.0")
                .header("ce-id", unique("e"))
                .header("ce-source", "/shop")
                .header("ce-type", "io.beforehand.message.received")
                .header("ce-subject", "Euro%20%E2%82%AC%20%F0%9F%98%80")
                .body("{\"channel\":\"email\",\"conversation\":\"" + conversation + "\",\"customer\":{\"id\":\"a\"}}")
                .post("/v1/events")
                .then()
                .statusCode(202)
                .body("accepted[0].outcome", equalTo("opened"));
    }

    @Test
    void aBatchTellsWhatBecameOfEach() {
        String conversation = unique("c");
        String first = message(unique("e"), conversation, "one");

        postBatch(first, message(unique("e"), conversation, "two"), first)
                .then()
                .statusCode(202)
                .body("accepted.outcome", contains("opened", "appended", "duplicate"))
                .body("accepted[2].requestId", notNullValue());
    }

    @Test
    void anEmptyBatchIsAccepted() {
        postBatch().then().statusCode(202).body("accepted", empty());
    }

    @Test
    void aBatchIsAcceptedWholeOrNotAtAll() {
        String conversation = unique("c");
        Tables.Rows before = tables.count();

        refused(
                postBatch(
                        message(unique("e"), conversation, "one"),
                        event(
                                unique("e"),
                                "io.beforehand.status.changed",
                                "{\"requestId\":\"01890000-0000-7000-8000-000000000000\",\"status\":\"resolved\"}")),
                404,
                "request-unknown");

        assertThat(tables.count()).isEqualTo(before);
    }

    @Test
    void aCopyIsADuplicateWhateverItsWhiteSpace() {
        String id = unique("e");
        String conversation = unique("c");
        String requestId = post(message(id, conversation, "one")).path("accepted[0].requestId");
        Tables.Rows before = tables.count();
        String copy = """
                {"id":"%s", "type":"io.beforehand.message.received", "source":"/shop", "specversion":"1.0", "data":
                  {"text":"one", "customer":{"locale":"zh-CN", "id":"cust-%s", "name":"\\u6797"}, "conversation":"%s", "channel":"chat"}}""".formatted(id, conversation, conversation);

        post(copy)
                .then()
                .statusCode(202)
                .body("accepted[0].outcome", equalTo("duplicate"))
                .body("accepted[0].requestId", equalTo(requestId));

        assertThat(tables.count()).isEqualTo(before);
    }

    @Test
    void anotherTypeIsIgnoredWhateverItCarries() throws IOException {
        for (String sample : List.of("structured", "structured-data-base64")) {
            String event = Files.readString(Path.of("src/test/resources/channels/cloudevents", sample + ".json"));

            post(event.replaceFirst("\"id\": \"", "\"id\": \"" + unique("")))
                    .then()
                    .statusCode(202)
                    .body("accepted[0].outcome", equalTo("ignored"))
                    .body("accepted[0].requestId", nullValue());
        }
    }

    @Test
    void aTimeOutOfBoundsIsClamped() {
        String late = message(unique("e"), unique("c"), "long ago")
                .replace("\"specversion\"", "\"time\":\"2001-01-01T00:00:00+01:00\",\"specversion\"");

        String requestId = post(late).path("accepted[0].requestId");

        Instant openedAt =
                Instant.parse(operator().get("/v1/requests/" + requestId).path("openedAt"));
        Instant receivedAt =
                Instant.parse(operator().get("/v1/requests/" + requestId).path("receivedAt"));
        assertThat(openedAt).isEqualTo(receivedAt.minus(Duration.ofDays(7)));
    }

    @Test
    void aConversationRunsThroughRepliesAndStatus() {
        String conversation = unique("c");
        String target = "\"channel\":\"chat\",\"conversation\":\"" + conversation + "\"";

        String requestId = postBatch(
                        message(unique("e"), conversation, "one"),
                        event(
                                unique("e"),
                                "io.beforehand.reply.sent",
                                "{" + target
                                        + ",\"author\":{\"kind\":\"agent\",\"id\":\"ada\"},\"text\":\"On its way\",\"visibility\":\"public\"}"),
                        event(unique("e"), "io.beforehand.request.changed", "{" + target + ",\"priority\":\"urgent\"}"),
                        event(unique("e"), "io.beforehand.status.changed", "{" + target + ",\"status\":\"resolved\"}"),
                        message(unique("e"), conversation, "no, it is not"))
                .then()
                .statusCode(202)
                .body("accepted.outcome", contains("opened", "recorded", "recorded", "recorded", "appended"))
                .extract()
                .path("accepted[0].requestId");

        operator()
                .get("/v1/requests/" + requestId)
                .then()
                .body("status", equalTo("open"))
                .body("priority", equalTo("urgent"))
                .body("messages.direction", contains("in", "out", "in"));
        try (RequestsTopic topic = new RequestsTopic()) {
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(topic.of(requestId))
                    .extracting(StreamEvent::sequence)
                    .containsExactly(1L, 2L, 3L, 4L, 5L, 6L));
        }
    }

    @Test
    void aTraceGoesWithTheRequest() {
        String traceId = "4bf92f3577b34da6a3ce929d0e0e4736";

        String requestId = operator()
                .contentType(Api.STRUCTURED)
                .header("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01")
                .body(message(unique("e"), unique("c"), "one"))
                .post("/v1/events")
                .path("accepted[0].requestId");

        try (RequestsTopic topic = new RequestsTopic()) {
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(topic.of(requestId))
                    .singleElement()
                    .satisfies(told -> assertThat(told.trace().traceparent()).contains(traceId)));
        }
    }

    @Test
    void aSenderMayAskBeforeItSends() {
        Api.anyone()
                .header("WebHook-Request-Origin", "eventemitter.example.com")
                .header("WebHook-Request-Rate", "120")
                .options("/v1/events")
                .then()
                .statusCode(200)
                .header("WebHook-Allowed-Origin", "eventemitter.example.com")
                .header("WebHook-Allowed-Rate", "*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/openapi", "/q/metrics", "/q/health/live", "/q/health/started"})
    void whatOperationsNeedIsServed(String path) {
        Api.anyone().get(path).then().statusCode(200);
    }
}
