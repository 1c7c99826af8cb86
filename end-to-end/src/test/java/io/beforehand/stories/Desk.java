package io.beforehand.stories;

import static io.beforehand.localstack.Service.ROUTING;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What customers and agents do in a story about several requests that nobody takes by himself. */
final class Desk {

    private final AtomicInteger events = new AtomicInteger();
    private final Set<String> requestIds = ConcurrentHashMap.newKeySet();
    private final Beforehand beforehand;
    private final String story;

    Desk(Beforehand beforehand, String story) {
        this.beforehand = beforehand;
        this.story = story;
    }

    /** The id of the customer who writes in a conversation. */
    String customer(String conversation) {
        return "C-" + story + "-" + conversation;
    }

    /** Returns the id of the request. */
    String write(String channel, String conversation) {
        String requestId = post(
                "io.beforehand.message.received",
                Beforehand.message(
                        channel, story + "-" + conversation, "Hello?", Map.of("category", Beforehand.HASTY)));
        requestIds.add(requestId);
        return requestId;
    }

    void reply(String requestId) {
        post(
                "io.beforehand.reply.sent",
                Map.of(
                        "requestId",
                        requestId,
                        "author",
                        Map.of("kind", "agent", "id", "grace"),
                        "text",
                        "We are at it.",
                        "visibility",
                        "public"));
    }

    void move(String requestId, String status) {
        post("io.beforehand.status.changed", Map.of("requestId", requestId, "status", status));
    }

    void give(String requestId, String team) {
        post("io.beforehand.request.changed", Map.of("requestId", requestId, "team", team));
    }

    /** Routing may not have heard of the request yet. */
    void assign(String requestId, String agentId) {
        await().atMost(Beforehand.SOON)
                .until(() -> beforehand
                                .as(ROUTING)
                                .contentType("application/json")
                                .body(Map.of("agentId", agentId))
                                .post("/v1/requests/" + requestId + "/assign")
                                .statusCode()
                        < 300);
    }

    void resolveAll() {
        requestIds.forEach(id -> move(id, "resolved"));
    }

    private String post(String type, Map<String, ?> data) {
        return beforehand.post(story + "-" + events.incrementAndGet(), type, data);
    }
}
