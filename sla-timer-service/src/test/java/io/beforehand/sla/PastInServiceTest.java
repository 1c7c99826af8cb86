package io.beforehand.sla;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.beforehand.events.AuthorKind;
import io.beforehand.events.Priority;
import io.beforehand.events.Visibility;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Questions about the past: whether it was counted right, and how it would have gone by other promises. */
@QuarkusTest
class PastInServiceTest extends ServiceTest {

    /** No other test's requests are so old. */
    private final Instant at = Instant.now()
            .minus(Duration.ofDays(5))
            .minusSeconds(new Random().nextInt(80_000))
            .truncatedTo(ChronoUnit.MICROS);

    /** Answered after forty minutes, of which an hour was promised. */
    private String answered(String tier) {
        String id = newRequestId();
        streams.tell(id, at, opening(Priority.STANDARD, tier));
        waitFor(id, "first-response", "ClockStarted");
        streams.tell(id, at.plus(Duration.ofMinutes(40)), reply(AuthorKind.AGENT, Visibility.PUBLIC));
        waitFor(id, "first-response", "ClockMet");
        return id;
    }

    @Test
    void aStricterDraftShowsWhichPromisesWouldHaveBeenBroken() {
        // Given
        String tier = policyFor("{first-response: {within: 1h, warn: [75%]}}");
        String id = answered(tier);

        // When
        ValidatableResponse answer = backtest(tier, "30m", "[50%]");

        // Then
        answer.body("state", equalTo("done"))
                .body("done", equalTo(answer.extract().path("total")))
                .body("result.changes.clock", hasItem(id + ":first-response:1"))
                .body("result.changes.find { it.requestId == '" + id + "' }.before.state", equalTo("met"))
                .body("result.changes.find { it.requestId == '" + id + "' }.after.state", equalTo("breached"))
                .body("result.changedClocks", equalTo(1))
                .body("result.requests", equalTo(1))
                .body("result.metrics.before.met", contains(1))
                .body("result.metrics.before.warned", contains(0))
                .body("result.metrics.after.breached", contains(1))
                .body("result.metrics.after.warned", contains(1));
    }

    @Test
    void aDraftThatSaysTheSameChangesNothing() {
        // Given
        String tier = policyFor("{first-response: {within: 1h, warn: [75%]}}");
        answered(tier);

        // Then
        backtest(tier, "1h", "[75%]").body("result.changedClocks", equalTo(0)).body("result.changes", empty());
    }

    @Test
    void aDraftOfACalendarShowsWhatShorterHoursWouldHaveSaved() {
        // Given a team that works round the clock, and a request that took it two hours
        String calendar = "c-" + UUID.randomUUID();
        operator()
                .contentType("application/json")
                .body("{\"zone\": \"UTC\", \"weekly\": " + everyDay("00:00", "24:00") + "}")
                .put("/v1/calendars/" + calendar)
                .then()
                .statusCode(201);
        String tier = policyFor("{first-response: {within: 30m}}\ncalendar: " + calendar);
        String id = newRequestId();
        streams.tell(id, at, opening(Priority.STANDARD, tier));
        streams.tell(id, at.plus(Duration.ofHours(2)), reply(AuthorKind.AGENT, Visibility.PUBLIC));
        waitFor(id, "first-response", "ClockMet");

        // When
        String minute = DateTimeFormatter.ofPattern("HH:mm")
                .format(at.atOffset(ZoneOffset.UTC).minusHours(2));
        String next = DateTimeFormatter.ofPattern("HH:mm")
                .format(at.atOffset(ZoneOffset.UTC).minusHours(1));
        ValidatableResponse answer = ask(
                "backtests",
                "{'from': '%s', 'to': '%s', 'calendar': {'id': '%s', 'zone': 'UTC', 'weekly': %s}}"
                        .formatted(at, at.plusSeconds(1), calendar, everyDay(minute, next)));

        // Then
        answer.body("result.changes.clock", contains(id + ":first-response:1"))
                .body("result.metrics.before.breached", contains(1))
                .body("result.metrics.after.met", contains(1));
    }

    private static String everyDay(String from, String to) {
        return Stream.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")
                .map(day -> "\"%s\": [[\"%s\", \"%s\"]]".formatted(day, from, to))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    @Test
    void aDraftThatCannotBeIsRefusedWithAllThatIsWrongWithIt() {
        ask("backtests", "{'policy': {'id': 'x', 'goals': {'happiness': {'within': '1h'}}, 'when': {'mood': []}}}")
                .statusCode(422)
                .body("code", equalTo("policy-invalid"))
                .body("problems.field", hasItems("when.mood", "goals.happiness"));
        ask("backtests", "{'to': '2026-01-01T00:00:00Z', 'from': '2026-01-02T00:00:00Z'}")
                .statusCode(400)
                .body("code", equalTo("invalid-field"))
                .body("problems.field", containsInAnyOrder("to", "policy"));
        given().contentType("application/json")
                .body("{}")
                .post("/v1/backtests")
                .then()
                .statusCode(401);
        operator().get("/v1/backtests/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void aReplayFindsWhatIsStoredWrongAndNothingElse() {
        // Given
        String tier = policyFor("{first-response: {within: 1h}}");
        String right = answered(tier);
        String wrong = answered(tier);
        wait(pool.preparedQuery("UPDATE clock SET ended_at = ended_at + interval '1 second' WHERE request_id = $1")
                .execute(Tuple.of(wrong)));

        // Then
        ask("replays", "{'requestId': '" + right + "'}")
                .statusCode(200)
                .body("state", equalTo("done"))
                .body("result.requests", equalTo(1))
                .body("result.items", empty());
        ask("replays", "{'requestId': '" + wrong + "'}")
                .statusCode(200)
                .body("result.drifting", equalTo(1))
                .body("result.items[0].requestId", equalTo(wrong))
                .body("result.items[0].drifts.what", contains(wrong + ":first-response:1"))
                .body("result.items[0].drifts[0].stored", containsString("met"));
        ask("replays", "{'from': '" + at + "', 'to': '" + at.plusSeconds(1) + "'}")
                .body("result.requests", equalTo(2))
                .body("result.items.requestId", contains(wrong));
    }

    private ValidatableResponse backtest(String tier, String within, String warnings) {
        return ask(
                "backtests",
                "{'from': '%s', 'to': '%s', 'policy': {'id': '%s', 'when': {'tier': ['%s']}, 'pauseOn': ['pending'], 'goals': {'first-response': {'within': '%s', 'warn': %s}}}}"
                        .formatted(
                                at,
                                at.plusSeconds(1),
                                tier,
                                tier,
                                within,
                                warnings.replace("[", "['").replace("]", "']")));
    }

    private static ValidatableResponse ask(String question, String body) {
        return operator()
                .contentType("application/json")
                .body(body.replace('\'', '"'))
                .post("/v1/" + question)
                .then();
    }
}
