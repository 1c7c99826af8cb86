package io.beforehand.stories;

import static io.beforehand.localstack.Service.INTAKE;
import static io.beforehand.localstack.Service.NOTIFICATION;
import static io.beforehand.localstack.Service.ROUTING;
import static io.beforehand.localstack.Service.SLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.localstack.Delivery;
import io.beforehand.localstack.Service;
import io.beforehand.stories.Clients.Accepted;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What an accepted request may count on, whatever happened in between; seen from outside. */
record Promises(Beforehand beforehand) {

    /** One row, one acknowledgement, its clocks, a place in the queue or an owner; and nothing set aside. */
    void areKeptTo(Map<String, Accepted> accepted) {
        Set<String> ids = new TreeSet<>();
        accepted.values().forEach(each -> ids.add(each.requestId()));
        assertThat(ids).as("requests, each its own").hasSameSizeAs(accepted.keySet());
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(acknowledged(ids).keySet()).containsAll(ids));
        acknowledged(ids).forEach((id, keys) -> assertThat(keys).as(id).hasSize(1));
        accepted.forEach((conversation, each) -> {
            hasOneRow(conversation, each.requestId());
            await().atMost(Beforehand.SOON)
                    .pollDelay(Duration.ZERO)
                    .ignoreExceptions()
                    .untilAsserted(() -> {
                        hasItsClocks(each);
                        hasItsPlace(each.requestId());
                        wasAcknowledgedOnce(each.requestId());
                    });
        });
        for (Service service : Service.values()) {
            assertThat(beforehand
                            .get(service, "/v1/" + service.id() + "/dead-letters")
                            .getList("items"))
                    .as("set aside by %s", service)
                    .isEmpty();
        }
    }

    private void hasOneRow(String conversation, String id) {
        JsonNode rows = beforehand
                .read(INTAKE, "/v1/requests?channel=chat&conversation=" + conversation)
                .get("items");
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).get("id").asText()).isEqualTo(id);
    }

    /** They count from when the request was received, however long its event was under way. */
    private void hasItsClocks(Accepted request) {
        JsonNode clocks = beforehand
                .read(SLA, "/v1/requests/" + request.requestId() + "/clocks")
                .get("clocks");
        assertThat(clocks.findValuesAsText("metric"))
                .contains("acknowledgement", "first-response", "resolution")
                .doesNotHaveDuplicates();
        for (JsonNode clock : clocks) {
            assertThat(Instant.parse(clock.get("startedAt").asText()))
                    .isBetween(request.sentAt(), request.answeredAt());
            if (clock.get("metric").asText().equals("acknowledgement")) {
                assertThat(clock.hasNonNull("endedAt"))
                        .as("its acknowledgement clock has ended")
                        .isTrue();
            }
        }
    }

    private void hasItsPlace(String id) {
        assertThat(beforehand
                        .read(ROUTING, "/v1/requests/" + id + "/assignment")
                        .get("state")
                        .asText())
                .isIn("queued", "assigned");
    }

    private void wasAcknowledgedOnce(String id) {
        assertThat(beforehand
                        .read(NOTIFICATION, "/v1/requests/" + id + "/deliveries")
                        .findValuesAsText("kind"))
                .as("what was sent about a request, alerts and news of its progress apart")
                .filteredOn(kind -> !kind.equals("alert") && !kind.equals("update"))
                .containsExactly("acknowledgement");
    }

    /** The idempotency keys of the acknowledgements that reached the customer, by request. */
    private Map<String, Set<String>> acknowledged(Set<String> ids) {
        Map<String, Set<String>> keys = new HashMap<>();
        for (Delivery delivery : beforehand.stack().sink().accepted(Beforehand.CUSTOMERS)) {
            JsonNode body = Beforehand.parse(delivery.body());
            String id = body.path("requestId").asText();
            if (ids.contains(id) && "acknowledgement".equals(body.path("kind").asText())) {
                keys.computeIfAbsent(id, _ -> new HashSet<>()).add(delivery.id());
            }
        }
        return keys;
    }
}
