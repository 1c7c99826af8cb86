package io.beforehand.stories;

import static io.beforehand.localstack.Service.ROUTING;
import static io.beforehand.localstack.Service.SLA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.stories.Topic.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Each metric in a request of its own whose policy promises nothing else: running, warned, kept and broken. The requests run
 * side by side.
 */
@SideBySide
class MetricsStory {

    /** The warning comes long before the breach: one that is found when the breach is due as well is left out. */
    private static final Map<String, ?> WARNED_AT_ONCE = Map.of("within", "12s", "warn", List.of("11s before"));

    private static Desk desk;
    private static Follower follower;

    @BeforeAll
    static void somebodyListens(Beforehand beforehand) {
        desk = new Desk(beforehand, "metrics");
        follower = new Follower(new Topic(beforehand, "beforehand.sla"));
    }

    @AfterAll
    static void allIsOver() {
        follower.close();
        desk.resolveAll();
    }

    @Test
    void anAcknowledgementThatGoesOutKeepsItsPromiseAndOneThatReachesNobodyIsWarnedAboutAndBreaksIt(
            Beforehand beforehand) {
        // Given
        promise(beforehand, "acknowledged", "acknowledgement", Map.of("within", "60s", "warn", List.of("50%")));
        promise(beforehand, "unreachable", "acknowledgement", WARNED_AT_ONCE);

        // When customers write by a channel that has an outlet, and by one that has none
        String reached = desk.write("chat", "acknowledged");
        String unreachable = desk.write("app", "unreachable");

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
        promise(beforehand, "forgotten", "assignment", WARNED_AT_ONCE);
        String assigned = desk.write("web", "assigned");
        String forgotten = desk.write("web", "forgotten");
        WatchedClock inTime = clock(beforehand, assigned, "assignment", 1);
        WatchedClock late = clock(beforehand, forgotten, "assignment", 1);

        // When one is given to somebody at once
        inTime.awaitState("running", "clock-started");
        desk.assign(assigned, "grace");

        // Then
        inTime.awaitState("met", "clock-started", "clock-met");

        // When the other is when its deadline is past
        late.awaitState("breached", "clock-started", "warning-raised", "deadline-breached");
        assertThat(late.now().has("endedAt")).isFalse();
        desk.assign(forgotten, "grace");

        // Then
        late.awaitState("breached", "clock-started", "warning-raised", "deadline-breached", "clock-met");
        assertThat(late.told().getLast().data().get("late").asBoolean()).isTrue();
        assertThat(late.now().has("endedAt")).isTrue();
    }

    @Test
    void aFirstResponseAfterItsWarningStillKeepsThePromise(Beforehand beforehand) {
        // Given
        promise(beforehand, "answered", "first-response", Map.of("within", "18s", "warn", List.of("15s before")));
        String requestId = desk.write("web", "answered");
        WatchedClock clock = clock(beforehand, requestId, "first-response", 1);
        clock.awaitState("running", "clock-started", "warning-raised");

        // When
        desk.reply(requestId);

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
        promise(beforehand, "talkative", "next-response", Map.of("within", "20s", "warn", List.of("15s before")));
        String requestId = desk.write("web", "talkative");
        WatchedClock first = clock(beforehand, requestId, "next-response", 1);
        WatchedClock second = clock(beforehand, requestId, "next-response", 2);
        desk.reply(requestId);

        // When he asks again, and again before he is answered
        desk.write("web", "talkative");
        first.awaitState("running", "clock-started");
        desk.write("web", "talkative");
        first.awaitState("running", "clock-started", "warning-raised");
        assertThat(second.told()).isEmpty();

        // Then the answer keeps the promise
        desk.reply(requestId);
        first.awaitState("met", "clock-started", "warning-raised", "clock-met");

        // When nobody answers what he asks then
        desk.write("web", "talkative");

        // Then a second promise is broken
        second.awaitState("breached", "clock-started", "warning-raised", "deadline-breached");
        first.awaitState("met", "clock-started", "warning-raised", "clock-met");
    }

    @Test
    void wordOfProgressIsOwedAgainAndAgainAndRemindedOfBeforeItIsBroken(Beforehand beforehand) {
        // Given
        promise(beforehand, "curious", "update", Map.of("every", "30s", "warn", List.of("50%")));
        String requestId = desk.write("app", "curious");
        WatchedClock first = clock(beforehand, requestId, "update", 1);
        WatchedClock second = clock(beforehand, requestId, "update", 2);
        first.awaitTold("clock-started");

        // When he hears something, and then nothing more
        desk.reply(requestId);

        // Then the promise is kept and made again, and that one is broken
        first.awaitState("met", "clock-started", "clock-met");
        second.awaitState("breached", "clock-started", "warning-raised", "update-due", "deadline-breached");

        // When he hears something again
        desk.reply(requestId);

        // Then
        second.awaitTold("clock-started", "warning-raised", "update-due", "deadline-breached", "clock-met");
        clock(beforehand, requestId, "update", 3).awaitTold("clock-started");
    }

    @Test
    void aRequestThatIsReopenedIsToBeResolvedOnceMore(Beforehand beforehand) {
        // Given
        promise(beforehand, "reopened", "resolution", warnedAtHalf("20s"));
        String requestId = desk.write("web", "reopened");
        WatchedClock first = clock(beforehand, requestId, "resolution", 1);
        WatchedClock second = clock(beforehand, requestId, "resolution", 2);
        first.awaitTold("clock-started");

        // When it is resolved in time, and is not
        desk.move(requestId, "resolved");
        first.awaitState("met", "clock-started", "clock-met");
        desk.move(requestId, "open");

        // Then a second promise counts, and is broken
        second.awaitState("breached", "clock-started", "warning-raised", "deadline-breached");
        first.awaitState("met", "clock-started", "clock-met");

        // When it is resolved for good
        desk.move(requestId, "resolved");

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
                Map.of("team", "network", "within", "24s", "warn", List.of("50%")));
        String requestId = desk.write("web", "handed-around");
        WatchedClock clock = clock(beforehand, requestId, "network-time", 1);

        // When the team gets it, hands it on, and gets it back
        desk.give(requestId, "network");
        clock.awaitState("running", "clock-started");
        desk.give(requestId, "billing");
        clock.awaitState("paused", "clock-started", "clock-paused");
        desk.give(requestId, "network");
        clock.awaitTold("clock-started", "clock-paused", "clock-resumed");

        // Then what the others took is not counted
        Told paused = clock.told().get(1);
        Told resumed = clock.told().get(2);
        assertThat(Duration.between(resumed.at(), instant(resumed.data(), "dueAt")))
                .isEqualTo(Duration.parse(paused.data().get("remaining").asText()));

        // When it is resolved after the warning
        clock.awaitTold("clock-started", "clock-paused", "clock-resumed", "warning-raised");
        desk.move(requestId, "resolved");

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
                        Map.of("category", List.of(Beforehand.HASTY), "customer", List.of(desk.customer(conversation))),
                        "calendar",
                        "always",
                        "goals",
                        Map.of(metric, goal)));
    }

    private static WatchedClock clock(Beforehand beforehand, String requestId, String metric, int cycle) {
        return WatchedClock.of(beforehand, follower, requestId, metric, cycle);
    }

    private static Instant instant(JsonNode node, String field) {
        return Instant.parse(node.get(field).asText());
    }
}
