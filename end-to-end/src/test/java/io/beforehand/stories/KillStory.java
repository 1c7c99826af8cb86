package io.beforehand.stories;

import static io.beforehand.localstack.Service.INTAKE;
import static io.beforehand.localstack.Service.NOTIFICATION;
import static io.beforehand.localstack.Service.ROUTING;
import static io.beforehand.localstack.Service.SLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beforehand.localstack.Delivery;
import io.beforehand.localstack.Service;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(Beforehand.Running.class)
class KillStory {

    private static final int REQUESTS = 500;
    private static final int CLIENTS = 4;

    @ParameterizedTest
    @EnumSource(Service.class)
    void aServiceKilledInTheMiddleOfFiveHundredRequestsLosesNoneAndDoublesNone(Service killed, Beforehand beforehand)
            throws Exception {
        // Given requests that come in, and clients that repeat what was not answered
        Map<String, String> accepted = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(Thread.ofPlatform().start(() -> {
                for (int n = next.getAndIncrement(); n < REQUESTS; n = next.getAndIncrement()) {
                    String conversation = killed.id() + "-" + n;
                    accepted.put(conversation, postUntilAccepted(beforehand, conversation));
                }
            }));
        }

        // When
        await().atMost(Duration.ofSeconds(60)).until(() -> accepted.size() > REQUESTS / 4);
        beforehand.stack().service(killed).kill();
        beforehand.stack().service(killed).start();
        for (Thread client : clients) {
            client.join();
        }
        beforehand.stack().service(killed).waitUntilReady(Duration.ofSeconds(60));

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
        for (Map.Entry<String, String> request : accepted.entrySet()) {
            String id = request.getValue();
            assertThat(beforehand
                            .get(INTAKE, "/v1/requests?channel=chat&conversation=" + request.getKey())
                            .getList("items.id", String.class))
                    .containsExactly(id);
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                JsonPath clocks = beforehand.get(SLA, "/v1/requests/" + id + "/clocks");
                assertThat(clocks.getList("clocks.metric", String.class))
                        .contains("acknowledgement", "first-response", "resolution")
                        .doesNotHaveDuplicates();
                assertThat(clocks.getString("clocks.find { it.metric == 'acknowledgement' }.state"))
                        .isIn("met", "breached");
            });
            assertThat(beforehand
                            .get(ROUTING, "/v1/requests/" + id + "/assignment")
                            .getString("state"))
                    .isIn("queued", "assigned");
            assertThat(beforehand
                            .get(NOTIFICATION, "/v1/requests/" + id + "/deliveries")
                            .getList("deliveries.kind", String.class))
                    .containsExactly("acknowledgement");
        }
        for (Service service : Service.values()) {
            assertThat(beforehand
                            .get(service, "/v1/" + service.id() + "/dead-letters")
                            .getList("items"))
                    .as("set aside by %s", service)
                    .isEmpty();
        }
    }

    /** The same id every time: a client that got no answer cannot know. */
    private static String postUntilAccepted(Beforehand beforehand, String conversation) {
        String[] requestId = new String[1];
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            requestId[0] = beforehand.post(
                    "kill-" + conversation,
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
            JsonPath body = JsonPath.from(delivery.body());
            String id = body.getString("requestId");
            if (ids.contains(id) && "acknowledgement".equals(body.getString("kind"))) {
                keys.computeIfAbsent(id, _ -> new HashSet<>()).add(delivery.id());
            }
        }
        return keys;
    }
}
