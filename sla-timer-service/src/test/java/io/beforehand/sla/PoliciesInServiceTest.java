package io.beforehand.sla;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.beforehand.events.AuthorKind;
import io.beforehand.events.Priority;
import io.beforehand.events.SlaEvent.ClockStarted;
import io.beforehand.events.Visibility;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Policies over HTTP. */
@QuarkusTest
class PoliciesInServiceTest extends ServiceTest {

    @Test
    void theShippedPoliciesAreThereFromTheStart() {
        operator().get("/v1/policies").then().statusCode(200).body("items.id", hasItems("urgent", "high", "standard"));
        operator()
                .get("/v1/policies/standard")
                .then()
                .body("version", equalTo(1))
                .body("goals.first-response.within", equalTo("1d"))
                .body("goals.acknowledgement.within", equalTo("10s"));
    }

    @Test
    void theExampleOfTheContractIsAccepted() {
        String id = "p-" + UUID.randomUUID();
        yaml("""
                        when: {priority: [urgent], tier: [nobody], channel: [], category: []}
                        calendar: always
                        goals:
                          acknowledgement: {within: 10s}
                          first-response:  {within: 1h, warn: [50%, 75%, 10m before]}
                          next-response:   {within: 1h, warn: [75%]}
                          update:          {every: 24h, warn: [2h before]}
                          resolution:      {within: 8h, warn: [50%, 75%, 90%]}
                        pauseOn: [pending]
                        onChange: recompute
                        """)
                .put("/v1/policies/" + id)
                .then()
                .statusCode(201)
                .body("version", equalTo(1))
                .body("goals.update.every", equalTo("1d"));
    }

    @Test
    void aChangeMakesANewVersionThatCountsForTheNextRequestAndNotForTheLast() {
        // Given
        String tier = policyFor("{first-response: {within: 1h}}");
        String before = newRequestId();
        streams.tell(before, Instant.now(), opening(Priority.HIGH, tier));
        soon().until(() -> streams.heard(before).size() == 1);

        // When
        operator()
                .contentType("application/json")
                .body("{\"when\":{\"tier\":[\"" + tier + "\"]},\"goals\":{\"first-response\":{\"within\":\"PT2H\"}}}")
                .put("/v1/policies/" + tier)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        String after = newRequestId();
        streams.tell(after, Instant.now(), opening(Priority.HIGH, tier));

        // Then
        soon().until(() -> streams.heard(after).size() == 1);
        assertThat(streams.heard(after, "first-response"))
                .first()
                .isInstanceOfSatisfying(ClockStarted.class, started -> {
                    assertThat(started.goal()).isEqualTo(Duration.ofHours(2));
                    assertThat(started.policyVersion()).isEqualTo(2);
                });
        operator().get("/v1/requests/" + before + "/clocks").then().body("clocks[0].policyVersion", equalTo(1));
    }

    @Test
    void sayingTheSameAgainMakesNoNewVersionAndAStaleVersionIsAConflict() {
        String tier = policyFor("{resolution: {within: 1h}}");
        String same = operator().get("/v1/policies/" + tier).asString();

        operator()
                .contentType("application/json")
                .body(same)
                .put("/v1/policies/" + tier)
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
        operator()
                .contentType("application/json")
                .body(same.replace("\"version\":1", "\"version\":7"))
                .put("/v1/policies/" + tier)
                .then()
                .statusCode(409)
                .body("code", equalTo("version-conflict"));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        operator()
                .contentType("application/json")
                .body("""
                        {"id": "other", "when": {"priority": ["soon"], "weather": []}, "calendar": "9-5", "colour": 1,
                         "goals": {"first-response": {"within": "2s", "warn": ["10m before", "150%"]},
                                   "resolution": {"warn": []}, "happiness": {"within": "1h"}},
                         "pauseOn": ["open"], "onChange": "maybe"}""")
                .put("/v1/policies/wrong")
                .then()
                .statusCode(422)
                .body("code", equalTo("policy-invalid"))
                .body(
                        "problems.field",
                        containsInAnyOrder(
                                "id",
                                "when.priority[0]",
                                "when.weather",
                                "calendar",
                                "colour",
                                "goals.first-response.warn[1]",
                                "goals.first-response",
                                "goals.resolution.within",
                                "goals.happiness",
                                "pauseOn[0]",
                                "onChange"));
        operator().get("/v1/policies/wrong").then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void whatIsNoDocumentAtAllIsRefused() {
        operator()
                .contentType("application/json")
                .body("{")
                .put("/v1/policies/x")
                .then()
                .statusCode(400);
        yaml("a: [1, 2\nb: }").put("/v1/policies/x").then().statusCode(400).body("code", equalTo("malformed-json"));
        operator()
                .contentType("text/plain")
                .body("x")
                .put("/v1/policies/x")
                .then()
                .statusCode(415);
        yaml("goals: {resolution: {within: 1h}}\nwhen: {tier: [\"a\\0b\"]}")
                .put("/v1/policies/x")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-text"));
    }

    @Test
    void onlyTheOperatorMayReadOrWrite() {
        given().get("/v1/policies/urgent").then().statusCode(401).body("code", equalTo("token-invalid"));
        given().get("/v1/requests/x/clocks").then().statusCode(401);
    }

    @Test
    void aTeamMayHaveABudgetOfItsOwn() {
        String id = "budget-" + UUID.randomUUID();

        yaml("goals: {resolution: {within: 8h}, carrier-time: {team: network, within: 4h, warn: [75%]}}\nwhen: {tier: [x]}")
                .put("/v1/policies/" + id)
                .then()
                .statusCode(201)
                .body("goals.'carrier-time'.team", equalTo("network"))
                .body("goals.'carrier-time'.warn", contains("75%"));
        yaml("goals: {resolution: {team: network, within: 8h}, happiness: {within: 1h}}")
                .put("/v1/policies/" + id)
                .then()
                .statusCode(422)
                .body("problems.field", containsInAnyOrder("goals.resolution.team", "goals.happiness"));
    }

    @Test
    void aPartyMayHaveABudgetOfItsOwn() {
        String id = "budget-" + UUID.randomUUID();

        yaml("goals: {resolution: {within: 8h}, carrier-time: {party: supplier, within: 4h, warn: [75%]}}\nwhen: {tier: [x]}")
                .put("/v1/policies/" + id)
                .then()
                .statusCode(201)
                .body("goals.'carrier-time'.party", equalTo("supplier"))
                .body("goals.'carrier-time'.team", nullValue())
                .body("notes", nullValue());
        yaml("""
                        goals:
                          resolution: {party: supplier, within: 8h}
                          ours: {party: us, within: 1h}
                          weather: {party: rain, within: 1h}
                          both: {party: supplier, team: network, within: 1h}
                          neither: {team: null, within: 1h}
                        """)
                .put("/v1/policies/" + id)
                .then()
                .statusCode(422)
                .body(
                        "problems.field",
                        containsInAnyOrder(
                                "goals.resolution.party",
                                "goals.ours.party",
                                "goals.weather.party",
                                "goals.both",
                                "goals.neither"));
    }

    @Test
    void budgetsThatDoNotFitIntoTheResolutionAreNoted() {
        // Given
        String id = "budget-" + UUID.randomUUID();

        // When
        yaml("goals: {resolution: {within: 8h}, carrier-time: {party: supplier, within: 2d}}\nwhen: {tier: [x]}")
                .put("/v1/policies/" + id)
                .then()
                .statusCode(201)
                .body("notes.field", contains("goals.carrier-time"))
                .body("notes.reason", contains("may take 2d, more than the 8h that the promised resolution leaves"));

        // Then whoever reads it is told as well, and may put it again as he read it
        String read = operator().get("/v1/policies/" + id).asString();
        assertThat(read).contains("\"notes\"");
        operator()
                .contentType("application/json")
                .body(read)
                .put("/v1/policies/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
    }

    @Test
    void aRetiredPolicyIsChosenNoMoreUntilItIsPutAgainWhileItsClocksGoOn() {
        // Given
        String tier = policyFor("{first-response: {within: 1h}, update: {every: 2h}}");
        String before = newRequestId();
        streams.tell(before, Instant.now(), opening(Priority.HIGH, tier));
        waitFor(before, "first-response", "ClockStarted");
        String asItWas = operator().get("/v1/policies/" + tier).asString();

        // When
        operator().delete("/v1/policies/" + tier).then().statusCode(204);

        // Then another one counts
        assertThat(policyOf(openedNow(tier))).isEqualTo("high");
        operator().get("/v1/policies").then().body("items.id", not(hasItem(tier)));
        operator()
                .get("/v1/policies/" + tier)
                .then()
                .body("retired", equalTo(true))
                .body("version", equalTo(1));
        operator().get("/v1/policies/" + tier + "?version=1").then().body("goals.update.every", equalTo("2h"));
        operator().get("/v1/policies/" + tier + "?version=2").then().statusCode(404);
        operator().delete("/v1/policies/" + tier).then().statusCode(404);
        // And the clocks that it had started go on by it
        streams.tell(before, Instant.now(), reply(AuthorKind.AGENT, Visibility.PUBLIC));
        waitFor(before, "first-response", "ClockMet");
        soon().untilAsserted(() -> operator()
                .get("/v1/requests/" + before + "/clocks")
                .then()
                .body("clocks.findAll { it.metric == 'update' }.policy", contains(tier, tier)));

        // When it is put again
        operator()
                .contentType("application/json")
                .body(asItWas)
                .put("/v1/policies/" + tier)
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("retired", nullValue());

        // Then
        assertThat(policyOf(openedNow(tier))).isEqualTo(tier);
    }

    @Test
    void whatWouldLeaveRequestsWithoutAnyPromiseIsRefusedAndTheRequestsAreNamed() {
        operator()
                .delete("/v1/policies/standard")
                .then()
                .statusCode(409)
                .body("code", equalTo("promise-needed"))
                .body("gaps.priority", contains("standard"))
                .body("gaps[0].channels", containsInAnyOrder("voice", "email", "sms", "app", "web"));
        operator().get("/v1/policies/standard").then().body("retired", nullValue());
        given().delete("/v1/policies/standard").then().statusCode(401);
    }

    private static String openedNow(String tier) {
        String id = newRequestId();
        streams.tell(id, Instant.now(), opening(Priority.HIGH, tier));
        waitFor(id, "first-response", "ClockStarted");
        return id;
    }

    private static String policyOf(String requestId) {
        return operator().get("/v1/requests/" + requestId + "/clocks").path("clocks[0].policy");
    }
}
