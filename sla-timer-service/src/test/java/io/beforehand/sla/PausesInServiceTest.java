package io.beforehand.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.beforehand.events.Party;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestEvent.StatusChanged;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.RoutingEvent.RequestAssigned;
import io.beforehand.events.SlaEvent.ClockResumed;
import io.beforehand.events.SlaEvent.DeadlineBreached;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pauses: why, for how long at the most, and whether they look as if they were made to save a deadline. */
@QuarkusTest
class PausesInServiceTest extends ServiceTest {

    private static final String TEN_MINUTES = "{first-response: {within: 10m}}";

    @Test
    void aPauseSaysWhyAndWhomItWaitsFor() {
        // Given
        String id = opened(policyFor("{first-response: {within: 2h}}"), hourAgo());

        // When
        paused(id, hourAgo().plusSeconds(60));
        goesOn(id, hourAgo().plusSeconds(120));
        streams.tell(
                id,
                hourAgo().plusSeconds(180),
                new StatusChanged(RequestStatus.OPEN, RequestStatus.PENDING, null, Party.SUPPLIER));
        soon().until(() -> streams.kinds(id, "first-response").size() == 4);

        // Then
        operator()
                .get("/v1/requests/" + id + "/clocks")
                .then()
                .body("clocks[0].state", equalTo("paused"))
                .body("clocks[0].pauses.status", contains("pending", "pending"))
                .body("clocks[0].pauses.reason", contains("invoice missing", null))
                .body("clocks[0].pauses.party", contains("customer", "supplier"))
                .body("clocks[0].pauses[1].to", nullValue());
        operator()
                .get("/v1/clocks/" + id + ":first-response:1/explain")
                .then()
                .body("steps.state", contains("running", "paused", "running", "paused"))
                .body("steps.reason", contains(null, "invoice missing", null, null))
                .body("steps.party", contains(null, "customer", null, "supplier"));
    }

    @Test
    void aPauseThatReachesThePolicysLimitEndsByItself() {
        // Given
        String tier = policyFor("{first-response: {within: 10m}}\npauseAtMost: 5m");
        Instant at = databaseTime().truncatedTo(ChronoUnit.MICROS);
        String id = opened(tier, at);
        paused(id, at.plusMillis(1));
        waitFor(id, "first-response", "ClockPaused");

        // When
        moveClock(Duration.ofMinutes(6));

        // Then
        waitFor(id, "first-response", "ClockResumed");
        assertThat(streams.heard(id, "first-response").getLast())
                .isInstanceOfSatisfying(ClockResumed.class, resumed -> {
                    assertThat(resumed.resumedAt()).isEqualTo(at.plusMillis(1).plusSeconds(300));
                    assertThat(resumed.dueAt()).isEqualTo(at.plusSeconds(900));
                });
        operator().get("/v1/policies/" + tier).then().body("pauseAtMost", equalTo("5m"));
        operator()
                .get("/v1/clocks/" + id + ":first-response:1/explain")
                .then()
                .body("steps.because", contains("opened", "status-moved", "pause-limit"));
    }

    @Test
    void aPauseThatSleptThroughItsLimitEndedThen() {
        // Given
        Instant at = hourAgo().truncatedTo(ChronoUnit.MICROS);
        String id = opened(policyFor("{first-response: {within: 10m}}\npauseAtMost: 5m"), at);

        // When
        paused(id, at.plusSeconds(60));

        // Then
        waitFor(id, "first-response", "DeadlineBreached");
        soon().untilAsserted(
                        () -> assertThat(streams.heard(id, "first-response").getLast())
                                .isInstanceOfSatisfying(DeadlineBreached.class, breach -> assertThat(breach.dueAt())
                                        .isEqualTo(at.plusSeconds(900))));
    }

    @Test
    void aLimitMustBeSomeTime() {
        yaml("pauseAtMost: 0s\ngoals: " + TEN_MINUTES)
                .put("/v1/policies/unlimited")
                .then()
                .statusCode(422)
                .body("problems.field", contains("pauseAtMost"));
    }

    @Test
    void whoPausesAgainAndAgainWithLittleLeftIsListed() {
        // Given goals of ten minutes, of which thirty seconds are left at the first pause and twenty at the second
        String tier = policyFor(TEN_MINUTES);
        Instant at = hourAgo();
        String again = opened(tier, at);
        streams.tell(again, at.plusSeconds(10), new RequestAssigned("eve", "Eve", "sales", 1, Map.of(), "best-score"));
        paused(again, at.plusSeconds(570));
        goesOn(again, at.plusSeconds(870));
        paused(again, at.plusSeconds(880));
        goesOn(again, at.plusSeconds(940));
        String once = opened(tier, at);
        paused(once, at.plusSeconds(570));
        goesOn(once, at.plusSeconds(870));
        Instant lately = at.plus(Duration.ofMinutes(57));
        String early = opened(tier, lately);
        paused(early, lately.plusSeconds(60));
        goesOn(early, lately.plusSeconds(120));
        paused(early, lately.plusSeconds(180));
        for (String id : new String[] {again, once, early}) {
            waitFor(id, "first-response", id.equals(early) ? "ClockPaused" : "DeadlineBreached");
        }
        soon().until(() -> streams.kinds(early, "first-response").size() == 4);

        // When and Then
        soon().untilAsserted(() -> operator()
                .get("/v1/reports/pauses")
                .then()
                .statusCode(200)
                .body("items.requestId", hasItem(again))
                .body("items.requestId", not(hasItems(once)))
                .body("items.requestId", not(hasItems(early)))
                .body("items.find { it.requestId == '" + again + "' }.pauses.left", contains(0.05f, 0.0333f))
                .body("items.find { it.requestId == '" + again + "' }.pauses.agent", contains("eve", "eve"))
                .body("items.find { it.requestId == '" + again + "' }.pauses.team", contains("sales", "sales"))
                .body("items.find { it.requestId == '" + again + "' }.gainedSeconds", equalTo(360.0f))
                .body("totals.find { it.agent == 'eve' }.reason", equalTo("invoice missing"))
                .body("totals.find { it.agent == 'eve' }.pauses", equalTo(2)));
        operator()
                .queryParam("within", "2%")
                .get("/v1/reports/pauses")
                .then()
                .body("items.requestId", not(hasItem(again)));
        operator().queryParam("within", "much").get("/v1/reports/pauses").then().statusCode(400);
    }

    private Instant hourAgo() {
        return databaseTime().minus(Duration.ofHours(1));
    }

    private static String opened(String tier, Instant at) {
        String id = newRequestId();
        streams.tell(id, at, opening(Priority.STANDARD, tier));
        return id;
    }

    private static void paused(String id, Instant at) {
        streams.tell(
                id,
                at,
                new StatusChanged(RequestStatus.OPEN, RequestStatus.PENDING, "invoice missing", Party.CUSTOMER));
    }

    private static void goesOn(String id, Instant at) {
        streams.tell(id, at, new StatusChanged(RequestStatus.PENDING, RequestStatus.OPEN, null, null));
    }
}
