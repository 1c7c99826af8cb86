package io.beforehand.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.beforehand.events.AuthorKind;
import io.beforehand.events.Priority;
import io.beforehand.events.Visibility;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Waivers over HTTP, and what reports make of them. */
@QuarkusTest
class WaiversInServiceTest extends ServiceTest {

    private static final String ASKED = "{\"by\": \"Ada\", \"reason\": \"the carrier was on strike\"}";

    @Test
    void aBreachThatASecondPersonExcusesCountsAsWaived() {
        // Given
        String tier = policyFor("{first-response: {within: 10m}}");
        String clock = breached(tier, hourAgo()) + ":first-response:1";

        // When
        post(clock, "", ASKED).statusCode(202).body("state", equalTo("pending"));

        // Then it is only asked for
        figures(tier, 1, 0);
        operator()
                .queryParam("limit", "500")
                .get("/v1/waivers")
                .then()
                .statusCode(200)
                .body("items.clock", hasItem(clock));

        // When
        post(clock, "/approve", "{\"by\": \"Bob\"}").statusCode(200).body("approvedBy", equalTo("Bob"));

        // Then
        figures(tier, 0, 1);
        operator()
                .get("/v1/requests/" + requestOf(clock) + "/clocks")
                .then()
                .body("clocks.state", contains("breached"))
                .body("clocks[0].waiver.state", equalTo("approved"))
                .body("clocks[0].waiver.by", equalTo("Ada"))
                .body("clocks[0].waiver.reason", equalTo("the carrier was on strike"))
                .body("clocks[0].waiver.approvedBy", equalTo("Bob"))
                .body("clocks[0].waiver.at", notNullValue());
        operator().queryParam("limit", "500").get("/v1/waivers").then().body("items.clock", not(hasItem(clock)));
    }

    @Test
    void whoAsksCannotApprove() {
        // Given
        String tier = policyFor("{first-response: {within: 10m}}");
        String clock = breached(tier, hourAgo()) + ":first-response:1";
        post(clock, "", ASKED).statusCode(202);

        // When and Then
        post(clock, "/approve", "{\"by\": \"ada\"}").statusCode(422).body("code", equalTo("second-person-needed"));
        figures(tier, 1, 0);
    }

    @Test
    void aRejectedBreachStaysABreachAndCanBeAskedForAgain() {
        // Given
        String tier = policyFor("{first-response: {within: 10m}}");
        String clock = breached(tier, hourAgo()) + ":first-response:1";
        post(clock, "", ASKED).statusCode(202);
        post(clock, "", ASKED).statusCode(409).body("code", equalTo("waiver-exists"));

        // When
        post(clock, "/reject", "{\"by\": \"Bob\"}").statusCode(200).body("state", equalTo("rejected"));

        // Then
        post(clock, "/approve", "{\"by\": \"Eve\"}").statusCode(409).body("code", equalTo("waiver-decided"));
        figures(tier, 1, 0);
        post(clock, "", ASKED).statusCode(202);
    }

    @Test
    void aWaiverSurvivesWhatALateEventMakesOfTheHistory() {
        // Given
        String tier = policyFor("{first-response: {within: 10m}}");
        Instant at = hourAgo();
        String id = breached(tier, at);
        String clock = id + ":first-response:1";
        post(clock, "", ASKED).statusCode(202);
        post(clock, "/approve", "{\"by\": \"Bob\"}").statusCode(200);

        // When a late fact has the history folded anew, and the answer comes late
        streams.tell(id, at.plusSeconds(30), acknowledgement(at.plusSeconds(30)));
        streams.tell(id, at.plusSeconds(1200), reply(AuthorKind.AGENT, Visibility.PUBLIC));
        waitFor(id, "first-response", "ClockMet");

        // Then
        figures(tier, 0, 1);
    }

    @Test
    void aBreachThatIsCorrectedNeedsItsWaiverNoMore() {
        // Given
        String tier = policyFor("{first-response: {within: 10m}}");
        Instant at = hourAgo();
        String id = breached(tier, at);
        String clock = id + ":first-response:1";
        post(clock, "", ASKED).statusCode(202);
        post(clock, "/approve", "{\"by\": \"Bob\"}").statusCode(200);

        // When
        streams.tell(id, at.plusSeconds(60), reply(AuthorKind.AGENT, Visibility.PUBLIC));
        waitFor(id, "first-response", "OutcomeCorrected");

        // Then
        soon().untilAsserted(() -> figures(tier, 0, 0));
        post(clock, "", ASKED).statusCode(422).body("code", equalTo("not-breached"));
    }

    @Test
    void onlyWhatIsKnownAndBrokenCanBeWaived() {
        // Given
        String tier = policyFor("{first-response: {within: 10m}}");
        String id = newRequestId();
        streams.tell(id, databaseTime(), opening(Priority.STANDARD, tier));
        waitFor(id, "first-response", "ClockStarted");

        // When and Then
        post(id + ":first-response:1", "", ASKED).statusCode(422).body("code", equalTo("not-breached"));
        post(id + ":first-response:2", "", ASKED).statusCode(404).body("code", equalTo("not-found"));
        post(id + ":first-response:1", "/approve", "{\"by\": \"Bob\"}").statusCode(422);
        post(id + ":first-response:1", "/reject", "{\"by\": \"Bob\"}").statusCode(404);
        post(newRequestId() + ":first-response:1", "", ASKED).statusCode(404).body("code", equalTo("request-unknown"));
        post("nonsense", "", ASKED).statusCode(404);
    }

    @Test
    void everythingThatIsWrongWithAFormIsSaidAtOnce() {
        post("r1:resolution:1", "", "{\"by\": \" \", \"why\": \"x\"}")
                .statusCode(400)
                .body("problems.field", hasItem("why"))
                .body("problems.field", hasItem("by"))
                .body("problems.field", hasItem("reason"));
        post("r1:resolution:1", "/approve", "{}").statusCode(400).body("field", equalTo("by"));
        operator().queryParam("state", "lost").get("/v1/waivers").then().statusCode(400);
    }

    private String breached(String tier, Instant at) {
        String id = newRequestId();
        streams.tell(id, at, opening(Priority.STANDARD, tier));
        waitFor(id, "first-response", "DeadlineBreached");
        return id;
    }

    private static String requestOf(String clock) {
        return clock.substring(0, clock.indexOf(':'));
    }

    private Instant hourAgo() {
        return databaseTime().minus(Duration.ofHours(1));
    }

    private static ValidatableResponse post(String clock, String path, String body) {
        return operator()
                .contentType("application/json")
                .body(body)
                .post("/v1/clocks/" + clock + "/waiver" + path)
                .then();
    }

    private static void figures(String policy, int breached, int waived) {
        var report = operator()
                .queryParam("by", "policy")
                .get("/v1/reports/attainment")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        String row = "rows.find { it.policy == '" + policy + "' }";
        assertThat(report.getInt(row + ".breached")).isEqualTo(breached);
        assertThat(report.getInt(row + ".waived")).isEqualTo(waived);
        assertThat(report.getInt(row + ".count")).isEqualTo(1);
    }
}
