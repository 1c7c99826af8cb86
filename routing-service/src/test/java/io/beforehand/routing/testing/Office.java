package io.beforehand.routing.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.events.Event;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestEvent;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.StreamEvent;
import io.beforehand.localstack.testing.LocalStackResource;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;

/**
 * One test's team, whose requests and agents meet no other test's: agents over HTTP, requests over the bus.
 *
 * @param team its name
 */
public record Office(Bus bus, String team) {

    public static Office open(Bus bus) {
        return new Office(bus, "team-" + UUID.randomUUID());
    }

    /** Somebody who takes chats, and is not there yet. */
    public String hire(String name, int chats) {
        return hire(name, Map.of("chat", chats), Map.of());
    }

    public String hire(String name, Map<String, Integer> capacity, Map<String, Integer> skills) {
        String id = name + "-" + UUID.randomUUID();
        edit(id, name, capacity, skills);
        return id;
    }

    public void edit(String id, String name, Map<String, Integer> capacity, Map<String, Integer> skills) {
        operator()
                .body(Map.of("name", name, "team", team, "skills", skills, "capacity", capacity))
                .put("/v1/agents/{id}", id)
                .then()
                .statusCode(200);
    }

    public void presence(String agentId, String state) {
        operator()
                .body(Map.of("state", state))
                .put("/v1/agents/{id}/presence", agentId)
                .then()
                .statusCode(200)
                .body("state", is(state));
    }

    /** A chat that only this office may have. */
    public String chat() {
        return chat(Priority.STANDARD, null);
    }

    public String chat(Priority priority, String category) {
        String requestId = UUID.randomUUID().toString();
        bus.send(opening(requestId, priority, category));
        return requestId;
    }

    public StreamEvent opening(String requestId, Priority priority, String category) {
        Customer customer = new Customer("c", null, null, "zh-CN", null);
        return new StreamEvent(
                requestId,
                1,
                Instant.now(),
                null,
                new RequestEvent.RequestOpened(
                        "R-1",
                        priority,
                        null,
                        category,
                        team,
                        Channel.CHAT,
                        "shop",
                        "k",
                        null,
                        customer,
                        "m",
                        null,
                        Instant.now(),
                        null));
    }

    public void status(String requestId, long sequence, RequestStatus from, RequestStatus to) {
        send(requestId, sequence, new RequestEvent.StatusChanged(from, to, null, null));
    }

    public void send(String requestId, long sequence, Event event) {
        bus.send(new StreamEvent(requestId, sequence, Instant.now(), null, event));
    }

    public ValidatableResponse assignment(String requestId) {
        return operator().get("/v1/requests/{id}/assignment", requestId).then();
    }

    public ValidatableResponse command(String requestId, String command, Map<String, ?> body) {
        return operator()
                .body(body)
                .post("/v1/requests/{id}/{command}", requestId, command)
                .then();
    }

    /** Waits until the check holds, well beyond what it may take. */
    public static void soon(ThrowingRunnable check) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(check);
    }

    public static RequestSpecification operator() {
        return given().contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + LocalStackResource.OPERATOR_TOKEN);
    }
}
