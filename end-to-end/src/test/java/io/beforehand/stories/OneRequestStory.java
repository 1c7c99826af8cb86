package io.beforehand.stories;

import static io.beforehand.localstack.Service.INTAKE;
import static io.beforehand.localstack.Service.NOTIFICATION;
import static io.beforehand.localstack.Service.ROUTING;
import static io.beforehand.localstack.Service.SLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.lessThan;

import io.beforehand.localstack.Delivery;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SideBySide
class OneRequestStory {

    @Test
    void aRequestIsAcknowledgedAssignedAndClockedAndAnAgentsReplyStopsTheClock(Beforehand beforehand) {
        // Given somebody who can answer
        beforehand.put(
                ROUTING,
                "/v1/agents/ada",
                Map.of(
                        "name", "Ada",
                        "team", "support",
                        "skills", Map.of("general", 4),
                        "languages", List.of("zh", "en"),
                        "capacity", Map.of("chat", 10)));
        beforehand.put(ROUTING, "/v1/agents/ada/presence", Map.of("state", "available"));

        // When a customer asks
        String requestId = beforehand.post(
                "one-1",
                "io.beforehand.message.received",
                Beforehand.message("one", "你好，退款什么时候到？", Map.of("category", Beforehand.CALM)));

        // Then he hears at once that it arrived, in his language, by when to expect an answer
        await().atMost(Beforehand.SOON)
                .until(() ->
                        beforehand.delivered(Beforehand.CUSTOMERS, requestId).size() == 1);
        Delivery acknowledgement =
                beforehand.delivered(Beforehand.CUSTOMERS, requestId).getFirst();
        JsonPath said = JsonPath.from(acknowledgement.body());
        String number = beforehand.get(INTAKE, "/v1/requests/" + requestId).getString("number");
        assertThat(said.getString("kind")).isEqualTo("acknowledgement");
        assertThat(said.getString("locale")).isEqualTo("zh-CN");
        assertThat(said.getString("text")).contains(number).containsPattern("[\\u4e00-\\u9fff]");
        assertThat(said.getString("expectedBy")).isNotNull();
        assertThat(acknowledgement.headers()).containsKey("traceparent");

        // And somebody has it
        await().atMost(Beforehand.SOON).untilAsserted(() -> assertThat(
                        assignment(beforehand, requestId).getString("owner"))
                .contains("ada"));
        assertThat(assignment(beforehand, requestId).getString("state")).isEqualTo("assigned");

        // And the promise about the acknowledgement is kept, the others run
        await().atMost(Beforehand.SOON).until(() -> "met".equals(state(beforehand, requestId, "acknowledgement")));
        assertThat(state(beforehand, requestId, "first-response")).isEqualTo("running");
        assertThat(state(beforehand, requestId, "resolution")).isEqualTo("running");

        // When a bot answers, the promise of a first response still stands
        beforehand.post(
                "one-2",
                "io.beforehand.reply.sent",
                Map.of(
                        "requestId",
                        requestId,
                        "author",
                        Map.of("kind", "bot", "id", "faq"),
                        "text",
                        "请稍候。",
                        "visibility",
                        "public"));
        await().atMost(Beforehand.SOON).until(() -> beforehand
                .get(INTAKE, "/v1/requests/" + requestId)
                .getList("messages.author.kind", String.class)
                .contains("bot"));
        assertThat(state(beforehand, requestId, "first-response")).isEqualTo("running");

        // When the agent does, it is
        beforehand.post(
                "one-3",
                "io.beforehand.reply.sent",
                Map.of(
                        "requestId",
                        requestId,
                        "author",
                        Map.of("kind", "agent", "id", "ada"),
                        "text",
                        "明天到账。",
                        "visibility",
                        "public"));
        await().atMost(Beforehand.SOON).until(() -> "met".equals(state(beforehand, requestId, "first-response")));
        assertThat(state(beforehand, requestId, "resolution")).isEqualTo("running");

        // And when it is solved, the last clock stops and the agent is free again
        beforehand.post("one-4", "io.beforehand.status.changed", Map.of("requestId", requestId, "status", "resolved"));
        await().atMost(Beforehand.SOON).until(() -> "met".equals(state(beforehand, requestId, "resolution")));
        assertThat(beforehand.delivered(Beforehand.CUSTOMERS, requestId)).hasSize(1);
    }

    @Test
    void aReplyPostedToUsReachesTheCustomerOnce(Beforehand beforehand) {
        // Given
        String requestId = beforehand.post(
                "reply-1", "io.beforehand.message.received", Beforehand.message("reply", "Hello?", Map.of()));

        // When
        beforehand
                .as(INTAKE)
                .contentType("application/json")
                .body(Map.of(
                        "text", "On its way.",
                        "author", Map.of("kind", "agent", "id", "ada"),
                        "visibility", "public"))
                .post("/v1/requests/" + requestId + "/replies")
                .then()
                .statusCode(lessThan(300));

        // Then
        await().atMost(Beforehand.SOON).untilAsserted(() -> assertThat(beforehand
                        .get(NOTIFICATION, "/v1/requests/" + requestId + "/deliveries")
                        .getList("deliveries.findAll { it.kind == 'reply' }.state", String.class))
                .singleElement()
                .isIn("sent", "delivered"));
        await().atMost(Beforehand.SOON).until(() -> "met".equals(state(beforehand, requestId, "first-response")));
        assertThat(beforehand.delivered(Beforehand.CUSTOMERS, requestId))
                .filteredOn(delivery -> delivery.body().contains("On its way."))
                .hasSize(1);
    }

    private static JsonPath assignment(Beforehand beforehand, String requestId) {
        return beforehand.get(ROUTING, "/v1/requests/" + requestId + "/assignment");
    }

    static String state(Beforehand beforehand, String requestId, String metric) {
        return beforehand.status(SLA, "/v1/requests/" + requestId + "/clocks") == 404
                ? "unknown"
                : beforehand
                        .get(SLA, "/v1/requests/" + requestId + "/clocks")
                        .getString("clocks.find { it.metric == '" + metric + "' }.state");
    }
}
