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
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Beforehand.Running.class)
class KillStory {

    private static final int REQUESTS = 500;
    private static final int CLIENTS = 4;

    @Test
    void eachServiceIsKilledInTheMiddleOfFiveHundredRequestsAndNoneIsLostOrDoubled(Beforehand beforehand)
            throws Exception {
        // Given requests that come in, and clients that repeat what was not answered
        Map<String, String> accepted = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(Thread.ofPlatform().start(() -> {
                for (int n = next.getAndIncrement(); n < REQUESTS; n = next.getAndIncrement()) {
                    accepted.put("kill-" + n, postUntilAccepted(beforehand, "kill-" + n));
                }
            }));
        }

        // When one service after the other dies and comes back
        Service[] services = Service.values();
        for (int i = 0; i < services.length; i++) {
            int before = REQUESTS * (i + 1) / (services.length + 1);
            await().atMost(Duration.ofSeconds(60)).until(() -> accepted.size() >= before);
            beforehand.stack().service(services[i]).kill();
            beforehand.stack().service(services[i]).start();
        }
        for (Thread client : clients) {
            client.join();
        }
        beforehand.stack().services().forEach(service -> service.waitUntilReady(Duration.ofSeconds(60)));

        // Then every accepted request has one row, one acknowledgement, its clocks, and a place in the queue or an
        // owner
        assertThat(accepted).hasSize(REQUESTS);
        Set<String> ids = new HashSet<>(accepted.values());
        assertThat(ids).hasSize(REQUESTS);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(acknowledged(beforehand, ids).keySet()).containsAll(ids));
        acknowledged(beforehand, ids)
                .forEach((id, keys) -> assertThat(keys).as(id).hasSize(1));
        accepted.forEach((conversation, id) -> {
            JsonNode rows = beforehand
                    .read(INTAKE, "/v1/requests?channel=chat&conversation=" + conversation)
                    .get("items");
            assertThat(rows).hasSize(1);
            assertThat(rows.get(0).get("id").asText()).isEqualTo(id);
            await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> {
                hasItsClocks(beforehand, id);
                hasItsPlace(beforehand, id);
                wasAcknowledgedOnce(beforehand, id);
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

    private static void hasItsClocks(Beforehand beforehand, String id) {
        JsonNode clocks = beforehand.read(SLA, "/v1/requests/" + id + "/clocks").get("clocks");
        assertThat(clocks.findValuesAsText("metric"))
                .contains("acknowledgement", "first-response", "resolution")
                .doesNotHaveDuplicates();
        for (JsonNode clock : clocks) {
            if (clock.get("metric").asText().equals("acknowledgement")) {
                assertThat(clock.hasNonNull("endedAt"))
                        .as("its acknowledgement clock has ended")
                        .isTrue();
            }
        }
    }

    private static void hasItsPlace(Beforehand beforehand, String id) {
        assertThat(beforehand
                        .read(ROUTING, "/v1/requests/" + id + "/assignment")
                        .get("state")
                        .asText())
                .isIn("queued", "assigned");
    }

    private static void wasAcknowledgedOnce(Beforehand beforehand, String id) {
        assertThat(beforehand
                        .read(NOTIFICATION, "/v1/requests/" + id + "/deliveries")
                        .findValuesAsText("kind"))
                .as("what was sent about a request, alerts of its late acknowledgement and updates apart")
                .filteredOn(kind -> !kind.equals("alert") && !kind.equals("update"))
                .containsExactly("acknowledgement");
    }

    /** The same id every time: a client that got no answer cannot know. */
    private static String postUntilAccepted(Beforehand beforehand, String conversation) {
        String[] requestId = new String[1];
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            requestId[0] = beforehand.post(
                    conversation,
                    "io.beforehand.message.received",
                    Beforehand.message(conversation, "Hello?", Map.of()));
            return requestId[0] != null;
        });
        return requestId[0];
    }

    /** The idempotency keys of the acknowledgements that reached the customer, by request. */
    private static Map<String, Set<String>> acknowledged(Beforehand beforehand, Set<String> ids) {
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
