package io.beforehand.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.beforehand.events.Party;
import io.beforehand.events.RequestEvent.StatusChanged;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.RoutingEvent.RequestAssigned;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Budgets of teams and of whoever a request waits for, beside the promise to the customer. */
@QuarkusTest
class BudgetsInServiceTest extends ReportTest {

    private static final String GOALS =
            "{resolution: {within: 8h}, carrier-time: {party: supplier, within: 2h}, network-time: {team: network, within: 4h}}";

    /** No other test's requests are so old. */
    private final Instant at = Instant.now()
            .minus(Duration.ofDays(6))
            .minusSeconds(new Random().nextInt(80_000))
            .truncatedTo(ChronoUnit.MICROS);

    /** Ten minutes with the supplier, five with the customer, ten with the supplier, and ten with us, a team of whom had it all along. */
    private String resolved(String tier) {
        String id = opened(tier, at);
        streams.tell(id, at, new RequestAssigned("eve", "Eve", "network", 1, Map.of(), "best-score"));
        waitsFor(id, 0, RequestStatus.OPEN, Party.SUPPLIER);
        waitsFor(id, 10, RequestStatus.ON_HOLD, Party.CUSTOMER);
        waitsFor(id, 15, RequestStatus.ON_HOLD, Party.SUPPLIER);
        streams.tell(id, minute(25), status(RequestStatus.ON_HOLD, RequestStatus.OPEN));
        streams.tell(id, minute(35), status(RequestStatus.OPEN, RequestStatus.RESOLVED));
        waitFor(id, "carrier-time", "ClockMet");
        waitFor(id, "network-time", "ClockMet");
        waitFor(id, "resolution", "ClockMet");
        return id;
    }

    @Test
    void eachClockShowsWhoUsedHowMuchOfTheTime() {
        // When
        String id = resolved(policyFor(GOALS));

        // Then
        operator()
                .get("/v1/requests/" + id + "/clocks")
                .then()
                .body("clocks.metric", contains("carrier-time", "network-time", "resolution"))
                .body("clocks.party", contains("supplier", null, null))
                .body("clocks.team", contains(null, "network", null))
                .body("clocks.goal", contains("PT2H", "PT4H", "PT8H"))
                .body("clocks.used", contains("PT20M", "PT35M", "PT35M"))
                .body(
                        "clocks[0].pauses.reason",
                        contains("not waiting for the supplier", "not waiting for the supplier"))
                .body("clocks[0].pauses.party", contains("customer", "us"));
        operator()
                .get("/v1/clocks/" + id + ":carrier-time:1/explain")
                .then()
                .body("steps.state", contains("running", "paused", "running", "paused", "met"))
                .body(
                        "steps[0].text",
                        startsWith("status-moved: runs while the request waits for the supplier, with 2 h left"));
    }

    @Test
    void theReportByMetricSetsWhatASupplierUsedBesideThePromise() {
        // Given
        String tier = policyFor(GOALS);
        resolved(tier);

        // When
        Map<String, Object> carrier = row(tier, Map.of("by", "policy,metric", "metric", "carrier-time"));
        Map<String, Object> resolution = row(tier, Map.of("by", "policy,metric", "metric", "resolution"));

        // Then
        assertThat(carrier).containsEntry("met", 1).containsEntry("averageSeconds", 1200.0f);
        assertThat(resolution).containsEntry("met", 1).containsEntry("averageSeconds", 2100.0f);
    }

    @Test
    void whatASupplierUsedIsWhatTheHistorySaysAndADraftShowsWhatLessTimeWouldHaveMeant() {
        // Given
        String tier = policyFor(GOALS);
        String id = resolved(tier);

        // Then
        operator()
                .contentType("application/json")
                .body("{\"requestId\": \"" + id + "\"}")
                .post("/v1/replays")
                .then()
                .statusCode(200)
                .body("result.requests", equalTo(1))
                .body("result.items", empty());
        operator()
                .contentType("application/json")
                .body("""
                        {"from": "%s", "to": "%s", "policy": {"id": "%s", "when": {"tier": ["%s"]}, "pauseOn": ["pending"],
                         "goals": {"resolution": {"within": "8h"}, "network-time": {"team": "network", "within": "4h"},
                                   "carrier-time": {"party": "supplier", "within": "15m"}}}}""".formatted(at, at.plusMillis(1), tier, tier))
                .post("/v1/backtests")
                .then()
                .statusCode(200)
                .body("result.changes.clock", contains(id + ":carrier-time:1"))
                .body("result.changes.after.state", contains("breached"));
    }

    @Test
    void standingStillWhileOthersHaveTheRequestIsNoPauseToSaveADeadline() {
        // Given a supplier of whose two hours ten minutes are left, twice
        String id = opened(policyFor(GOALS), at);
        waitsFor(id, 0, RequestStatus.OPEN, Party.SUPPLIER);
        waitsFor(id, 110, RequestStatus.ON_HOLD, Party.CUSTOMER);
        waitsFor(id, 111, RequestStatus.ON_HOLD, Party.SUPPLIER);
        waitsFor(id, 112, RequestStatus.ON_HOLD, Party.CUSTOMER);
        soon().untilAsserted(() -> operator()
                .get("/v1/requests/" + id + "/clocks")
                .then()
                .body("clocks.find { it.metric == 'carrier-time' }.pauses.size()", equalTo(2)));

        // Then
        operator().get("/v1/reports/pauses").then().statusCode(200).body("items.requestId", not(hasItem(id)));
    }

    private void waitsFor(String id, int minute, RequestStatus from, Party party) {
        streams.tell(id, minute(minute), new StatusChanged(from, RequestStatus.ON_HOLD, null, party));
    }

    private Instant minute(int minute) {
        return at.plus(Duration.ofMinutes(minute));
    }
}
