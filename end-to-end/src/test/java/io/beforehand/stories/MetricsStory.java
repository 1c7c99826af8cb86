package io.beforehand.stories;

import static io.beforehand.localstack.Service.ROUTING;
import static io.beforehand.localstack.Service.SLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.stories.Topic.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Each metric in a request of its own whose policy promises nothing else: running, warned, kept and broken. The requests run
 * side by side.
 */
@ExtendWith(Beforehand.Running.class)
@Execution(ExecutionMode.CONCURRENT)
class MetricsStory {

    private static final Queue<String> REQUESTS = new ConcurrentLinkedQueue<>();
    private static final AtomicInteger EVENTS = new AtomicInteger();
    private static Follower follower;

    @BeforeAll
    static void somebodyListens(Beforehand beforehand) {
        follower = new Follower(new Topic(beforehand, "beforehand.sla"));
    }

    @AfterAll
    static void allIsOver(Beforehand beforehand) {
        follower.close();
        REQUESTS.forEach(id -> move(beforehand, id, "resolved"));
    }

    @Test
    void anAcknowledgementThatGoesOutKeepsItsPromiseAndOneThatReachesNobodyIsWarnedAboutAndBreaksIt(
            Beforehand beforehand) {
        // Given
        promise(beforehand, "acknowledged", "acknowledgement", Map.of("within", "10s", "warn", List.of("50%")));
        promise(beforehand, "unreachable", "acknowledgement", Map.of("within", "6s", "warn", List.of("50%")));

        // When customers write by a channel that has an outlet, and by one that has none
        String reached = write(beforehand, "chat", "acknowledged");
        String unreachable = write(beforehand, "app", "unreachable");

        // Then
        clock(beforehand, reached, "acknowledgement", 1).awaitState("met", "clock-started", "clock-met");
        clock(beforehand, unreachable, "acknowledgement", 1)
                .awaitState("breached", "clock-started", "warning-raised", "deadline-breached");
    }

    @Test
    void whoeverGetsTheRequestInTimeKeepsThePromiseOfAnAssignmentAndLateEndsIt(Beforehand beforehand) {
        // Given
        beforehand.put(
                ROUTING, "/v1/agents/grace", Map.of("name", "Grace", "team", "metrics", "capacity", Map.of("web", 5)));
        beforehand.put(ROUTING, "/v1/agents/grace/presence", Map.of("state", "available"));
        promise(beforehand, "assigned", "assignment", warnedAtHalf("20s"));
        promise(beforehand, "forgotten", "assignment", warnedAtHalf("6s"));
        String assigned = write(beforehand, "web", "assigned");
        String forgotten = write(beforehand, "web", "forgotten");
        WatchedClock inTime = clock(beforehand, assigned, "assignment", 1);
        WatchedClock late = clock(beforehand, forgotten, "assignment", 1);

        // When one is given to somebody at once
        inTime.awaitState("running", "clock-started");
        assign(beforehand, assigned, "grace");

        // Then
        inTime.awaitState("met", "clock-started", "clock-met");

        // When the other is when its deadline is past
        late.awaitState("breached", "clock-started", "warning-raised", "deadline-breached");
        assertThat(late.now().has("endedAt")).isFalse();
        assign(beforehand, forgotten, "grace");

        // Then
        late.awaitState("breached", "clock-started", "warning-raised", "deadline-breached", "clock-met");
        assertThat(late.told().getLast().data().get("late").asBoolean()).isTrue();
        assertThat(late.now().has("endedAt")).isTrue();
    }

    @Test
    void aFirstResponseAfterItsWarningStillKeepsThePromise(Beforehand beforehand) {
        // Given
        promise(beforehand, "answered", "first-response", Map.of("within", "10s", "warn", List.of("7s before")));
        String requestId = write(beforehand, "web", "answered");
        WatchedClock clock = clock(beforehand, requestId, "first-response", 1);
        clock.awaitState("running", "clock-started", "warning-raised");

        // When
        reply(beforehand, requestId);

        // Then
        clock.awaitState("met", "clock-started", "warning-raised", "clock-met");
        assertThat(clock.told().getLast().data().get("late").asBoolean()).isFalse();
        JsonNode warning = clock.now().get("warnings").get(0);
        assertThat(warning.get("state").asText()).isEqualTo("fired");
        assertThat(instant(warning, "firedAt")).isAfterOrEqualTo(instant(warning, "at"));
    }

    @Test
    void eachTimeACustomerWritesAgainHisOldestUnansweredMessageCountsUntilTheNextResponse(Beforehand beforehand) {
        // Given an answered request
        promise(beforehand, "talkative", "next-response", Map.of("within", "10s", "warn", List.of("7s before")));
        String requestId = write(beforehand, "web", "talkative");
        WatchedClock first = clock(beforehand, requestId, "next-response", 1);
        WatchedClock second = clock(beforehand, requestId, "next-response", 2);
        reply(beforehand, requestId);

        // When he asks again, and again before he is answered
        write(beforehand, "web", "talkative");
        first.awaitState("running", "clock-started");
        write(beforehand, "web", "talkative");
        first.awaitState("running", "clock-started", "warning-raised");
        assertThat(second.told()).isEmpty();

        // Then the answer keeps the promise
        reply(beforehand, requestId);
        first.awaitState("met", "clock-started", "warning-raised", "clock-met");

        // When nobody answers what he asks then
        write(beforehand, "web", "talkative");

        // Then a second promise is broken
        second.awaitState("breached", "clock-started", "warning-raised", "deadline-breached");
        first.awaitState("met", "clock-started", "warning-raised", "clock-met");
    }

    @Test
    void wordOfProgressIsOwedAgainAndAgainAndRemindedOfBeforeItIsBroken(Beforehand beforehand) {
        // Given
        promise(beforehand, "curious", "update", Map.of("every", "6s", "warn", List.of("50%")));
        String requestId = write(beforehand, "app", "curious");
        WatchedClock first = clock(beforehand, requestId, "update", 1);
        WatchedClock second = clock(beforehand, requestId, "update", 2);
        first.awaitTold("clock-started");

        // When he hears something, and then nothing more
        reply(beforehand, requestId);

        // Then the promise is kept and made again, and that one is broken
        first.awaitState("met", "clock-started", "clock-met");
        second.awaitState("breached", "clock-started", "warning-raised", "update-due", "deadline-breached");

        // When he hears something again
        reply(beforehand, requestId);

        // Then
        second.awaitTold("clock-started", "warning-raised", "update-due", "deadline-breached", "clock-met");
        clock(beforehand, requestId, "update", 3).awaitTold("clock-started");
    }

    @Test
    void aRequestThatIsReopenedIsToBeResolvedOnceMore(Beforehand beforehand) {
        // Given
        promise(beforehand, "reopened", "resolution", warnedAtHalf("6s"));
        String requestId = write(beforehand, "web", "reopened");
        WatchedClock first = clock(beforehand, requestId, "resolution", 1);
        WatchedClock second = clock(beforehand, requestId, "resolution", 2);
        first.awaitTold("clock-started");

        // When it is resolved in time, and is not
        move(beforehand, requestId, "resolved");
        first.awaitState("met", "clock-started", "clock-met");
        move(beforehand, requestId, "open");

        // Then a second promise counts, and is broken
        second.awaitState("breached", "clock-started", "warning-raised", "deadline-breached");
        first.awaitState("met", "clock-started", "clock-met");

        // When it is resolved for good
        move(beforehand, requestId, "resolved");

        // Then
        second.awaitState("breached", "clock-started", "warning-raised", "deadline-breached", "clock-met");
    }

    @Test
    void aTeamsClockCountsWhileTheTeamHasTheRequest(Beforehand beforehand) {
        // Given
        promise(
                beforehand,
                "handed-around",
                "network-time",
                Map.of("team", "network", "within", "12s", "warn", List.of("50%")));
        String requestId = write(beforehand, "web", "handed-around");
        WatchedClock clock = clock(beforehand, requestId, "network-time", 1);

        // When the team gets it, hands it on, and gets it back
        give(beforehand, requestId, "network");
        clock.awaitState("running", "clock-started");
        give(beforehand, requestId, "billing");
        clock.awaitState("paused", "clock-started", "clock-paused");
        give(beforehand, requestId, "network");
        clock.awaitTold("clock-started", "clock-paused", "clock-resumed");

        // Then what the others took is not counted
        Told paused = clock.told().get(1);
        Told resumed = clock.told().get(2);
        assertThat(Duration.between(resumed.at(), instant(resumed.data(), "dueAt")))
                .isEqualTo(Duration.parse(paused.data().get("remaining").asText()));

        // When it is resolved after the warning
        clock.awaitTold("clock-started", "clock-paused", "clock-resumed", "warning-raised");
        move(beforehand, requestId, "resolved");

        // Then the team has kept its budget
        clock.awaitState("met", "clock-started", "clock-paused", "clock-resumed", "warning-raised", "clock-met");
    }

    private static Map<String, ?> warnedAtHalf(String within) {
        return Map.of("within", within, "warn", List.of("50%"));
    }

    /** To that customer, and nothing else. */
    private static void promise(Beforehand beforehand, String conversation, String metric, Map<String, ?> goal) {
        beforehand.put(
                SLA,
                "/v1/policies/metrics-" + conversation,
                Map.of(
                        "id",
                        "metrics-" + conversation,
                        "when",
                        Map.of("category", List.of(Beforehand.HASTY), "customer", List.of("C-metrics-" + conversation)),
                        "calendar",
                        "always",
                        "goals",
                        Map.of(metric, goal)));
    }

    private static String write(Beforehand beforehand, String channel, String conversation) {
        Map<String, Object> message =
                Beforehand.message(channel, "metrics-" + conversation, "Hello?", Map.of("category", Beforehand.HASTY));
        String requestId = beforehand.post(nextId(), "io.beforehand.message.received", message);
        REQUESTS.add(requestId);
        return requestId;
    }

    private static void reply(Beforehand beforehand, String requestId) {
        beforehand.post(
                nextId(),
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

    private static void move(Beforehand beforehand, String requestId, String status) {
        beforehand.post(nextId(), "io.beforehand.status.changed", Map.of("requestId", requestId, "status", status));
    }

    private static void give(Beforehand beforehand, String requestId, String team) {
        beforehand.post(nextId(), "io.beforehand.request.changed", Map.of("requestId", requestId, "team", team));
    }

    /** Routing may not have heard of the request yet. */
    private static void assign(Beforehand beforehand, String requestId, String agentId) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> beforehand
                                .as(ROUTING)
                                .contentType("application/json")
                                .body(Map.of("agentId", agentId))
                                .post("/v1/requests/" + requestId + "/assign")
                                .statusCode()
                        < 300);
    }

    private static WatchedClock clock(Beforehand beforehand, String requestId, String metric, int cycle) {
        return WatchedClock.of(beforehand, follower, requestId, metric, cycle);
    }

    private static String nextId() {
        return "metrics-" + EVENTS.incrementAndGet();
    }

    private static Instant instant(JsonNode node, String field) {
        return Instant.parse(node.get(field).asText());
    }
}
