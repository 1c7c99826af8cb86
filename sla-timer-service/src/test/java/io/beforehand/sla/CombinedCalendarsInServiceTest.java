package io.beforehand.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.beforehand.events.AuthorKind;
import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestEvent.CustomerMessaged;
import io.beforehand.events.RequestEvent.RequestChanged;
import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.events.SlaEvent.ClockStarted;
import io.beforehand.events.Visibility;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calendars that are put together of others, and those in the customer's zone, over HTTP and under running clocks. */
@QuarkusTest
class CombinedCalendarsInServiceTest extends ServiceTest {

    private static final String NINE_TO_FIVE = "[['09:00', '17:00']]";

    private final String suffix = UUID.randomUUID().toString();
    private final String team = "team-" + suffix;
    private final String customer = "customer-" + suffix;
    private final String both = "both-" + suffix;

    @Test
    void isShownAsItWasWritten() {
        put(team, daily("Europe/Berlin", NINE_TO_FIVE)).statusCode(201);
        String written = "{'allOf': ['" + team + "', {'anyOf': ['always', " + daily("UTC", NINE_TO_FIVE) + "]}]}";

        put(both, written).statusCode(201);

        operator()
                .get("/v1/calendars/" + both)
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("zone", nullValue())
                .body("allOf[0]", equalTo(team))
                .body("allOf[1].anyOf[0]", equalTo("always"))
                .body("allOf[1].anyOf[1].zone", equalTo("UTC"))
                .body("allOf[1].anyOf[1].weekly.MON[0]", contains("09:00", "17:00"));
        put(both, operator().get("/v1/calendars/" + both).asString())
                .statusCode(200)
                .body("version", equalTo(1));
    }

    @Test
    void answersQuestionsByIdAndWrittenOut() {
        put(team, daily("UTC", NINE_TO_FIVE)).statusCode(201);
        put(customer, daily("UTC", "[['15:00', '23:00']]")).statusCode(201);
        put(both, "{'allOf': ['" + team + "', '" + customer + "']}").statusCode(201);

        due("'" + both + "'", "2026-11-20T10:00:00Z", "3h", "").body("due", equalTo("2026-11-21T16:00:00Z"));
        due(
                        "{'anyOf': ['" + both + "', " + daily("UTC", "[['10:00', '11:00']]") + "]}",
                        "2026-11-20T10:00:00Z",
                        "2h",
                        "")
                .body("due", equalTo("2026-11-20T16:00:00Z"));
        ask("elapsed", "{'calendar': '" + both + "', 'from': '2026-11-20T00:00:00Z', 'to': '2026-11-22T00:00:00Z'}")
                .body("seconds", equalTo(4 * 3600));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'allOf': ['always']} | allOf",
                "{'allOf': 'always'} | allOf",
                "{'anyOf': ['always', 'nobody-wrote-this']} | anyOf[1]",
                "{'anyOf': ['always', 7]} | anyOf[1]",
                "{'anyOf': ['always', 'always'], 'zone': 'UTC'} | anyOf",
                "{'anyOf': ['always', 'always'], 'allOf': ['always', 'always']} | allOf",
                "{'anyOf': ['always', {'zone': 'x', 'weekly': {}}]} | anyOf[1].zone",
                "{'anyOf': ['always', {'effectiveFrom': '2026-01-01T00:00:00Z', 'zone': 'UTC'}]} | anyOf[1].effectiveFrom",
                "{'anyOf': ['always', {'anyOf': ['always', {'anyOf': ['always', {'anyOf': ['always', 'always']}]}]}]} | anyOf[1].anyOf[1].anyOf[1].anyOf",
                "{'zone': 'customer', 'weekly': {'MON': [['09:00', '17:00']]}} | otherwise",
                "{'zone': 'UTC', 'otherwise': 'UTC', 'weekly': {'MON': [['09:00', '17:00']]}} | otherwise"
            })
    void whatIsNoCombinationIsRefusedWithTheField(String body, String field) {
        put(both, body).statusCode(400).body("code", equalTo("invalid-field")).body("field", equalTo(field));
        due(body, "2026-11-20T10:00:00Z", "1h", "")
                .statusCode(400)
                .body("code", equalTo("invalid-field"))
                .body("field", equalTo("calendar." + field));
    }

    @Test
    void aCombinationMustNotBePartOfItself() {
        put(team, daily("UTC", NINE_TO_FIVE)).statusCode(201);
        put(both, "{'anyOf': ['" + team + "', 'always']}").statusCode(201);

        put(team, "{'anyOf': ['always', '" + both + "']}")
                .statusCode(400)
                .body("code", equalTo("invalid-field"))
                .body("field", equalTo("anyOf"))
                .body("reason", containsString(team + " > " + both + " > " + team));

        operator().get("/v1/calendars/" + team).then().body("version", equalTo(1));
        put(team, daily("UTC", "[['09:00', '18:00']]")).statusCode(200).body("version", equalTo(2));
    }

    @Test
    void hoursThatNeverMeetAreRefusedAndSoIsTheChangeThatWouldKeepThemApart() {
        put(team, daily("UTC", NINE_TO_FIVE)).statusCode(201);
        String apart = "{'allOf': ['" + team + "', " + daily("UTC", "[['17:00', '18:00']]") + "]}";
        put(both, apart).statusCode(422).body("code", equalTo("calendar-never-opens"));
        due(apart, "2026-11-20T10:00:00Z", "1h", "").statusCode(422).body("code", equalTo("calendar-never-opens"));
        operator().get("/v1/calendars/" + both).then().statusCode(404);

        put(both, apart.replace("'17:00', '18:00'", "'16:00', '18:00'")).statusCode(201);
        put(team, daily("UTC", "[['09:00', '16:00']]"))
                .statusCode(422)
                .body("code", equalTo("calendar-never-opens"))
                .body("detail", containsString(both));
        operator().get("/v1/calendars/" + team).then().body("version", equalTo(1));
    }

    @Test
    void aClockKeepsTheVersionsOfAllThatItsCalendarIsPutTogetherOf() {
        // Given
        put(team, daily("UTC", NINE_TO_FIVE)).statusCode(201);
        put(customer, daily("UTC", "[['12:00', '20:00']]")).statusCode(201);
        put(both, "{'allOf': ['" + team + "', '" + customer + "']}").statusCode(201);
        String tier = policy(both, "{first-response: {within: 6h}, next-response: {within: 6h}}");
        Instant noon = Instant.parse("2026-11-20T12:00:00Z");
        String id = newRequestId();
        streams.tell(id, noon, opening(Priority.HIGH, tier));
        waitFor(id, "first-response", "ClockStarted");

        // When the team works longer from now on
        put(team, daily("UTC", "[['09:00', '18:00']]")).statusCode(200);
        String later = newRequestId();
        streams.tell(later, noon, opening(Priority.HIGH, tier));
        streams.tell(id, noon.plusSeconds(60), reply(AuthorKind.AGENT, Visibility.PUBLIC));
        streams.tell(id, noon.plusSeconds(120), new CustomerMessaged("m3", "and?", Instant.now(), null));

        // Then five hours a day count for the one, six for the other
        waitFor(later, "first-response", "ClockStarted");
        waitFor(id, "next-response", "ClockStarted");
        assertThat(started(id, "first-response").dueAt()).isEqualTo("2026-11-21T13:00:00Z");
        assertThat(started(id, "next-response").dueAt()).isEqualTo("2026-11-21T13:02:00Z");
        assertThat(started(later, "first-response").dueAt()).isEqualTo("2026-11-20T18:00:00Z");
        clocks(id)
                .body("clocks.calendar", contains(both, both))
                .body("clocks[0].calendarMembers", equalTo(Map.of(team, 1, customer, 1)));
        clocks(later)
                .body("clocks[0].calendarVersion", equalTo(1))
                .body("clocks[0].calendarMembers", equalTo(Map.of(team, 2, customer, 1)));
    }

    @Test
    void aLateEventFindsTheCombinationThatWasPinned() {
        // Given
        put(team, daily("UTC", NINE_TO_FIVE)).statusCode(201);
        put(both, "{'allOf': ['" + team + "', 'always']}").statusCode(201);
        String tier = policy(both, "{first-response: {within: 6h}}");
        Instant noon = Instant.parse("2026-11-20T12:00:00Z");
        String id = newRequestId();
        streams.tell(id, noon, opening(Priority.HIGH, tier));
        streams.tell(id, noon.plusSeconds(600), new CustomerMessaged("m3", "and?", Instant.now(), null));
        waitFor(id, "first-response", "ClockStarted");

        // When the history is folded anew
        put(team, daily("UTC", "[['09:00', '18:00']]")).statusCode(200);
        streams.tell(id, noon.plusSeconds(300), reply(AuthorKind.AGENT, Visibility.PUBLIC));

        // Then
        waitFor(id, "first-response", "ClockMet");
        clocks(id)
                .body("clocks[0].dueAt", equalTo("2026-11-21T10:00:00Z"))
                .body("clocks[0].calendarMembers", equalTo(Map.of(team, 1, "always", 1)));
        operator()
                .get("/v1/clocks/" + id + ":first-response:1/explain")
                .then()
                .body("steps[0].dueAt", equalTo("2026-11-21T10:00:00Z"));
    }

    @Test
    void aClockGoesByTheZoneInWhichTheCustomerWasWhenItsRequestWasOpened() {
        // Given
        put(customer, daily("customer", NINE_TO_FIVE).replace("'weekly'", "'otherwise': 'Europe/Berlin', 'weekly'"))
                .statusCode(201)
                .body("zone", equalTo("customer"))
                .body("otherwise", equalTo("Europe/Berlin"));
        String tier = policy(customer, "{first-response: {within: 1h}, resolution: {within: 2h}}");
        String slower = policy(customer, "{first-response: {within: 2h}, resolution: {within: 2h}}");
        Instant midnight = Instant.parse("2026-11-20T00:00:00Z");
        String inDenver = newRequestId();
        String somewhere = newRequestId();

        // When one of the customers is said to be in Denver, and later to be of another tier
        streams.tell(inDenver, midnight, openingIn("America/Denver", tier));
        streams.tell(somewhere, midnight, opening(Priority.HIGH, tier));
        waitFor(inDenver, "resolution", "ClockStarted");
        waitFor(somewhere, "resolution", "ClockStarted");
        streams.tell(inDenver, midnight.plusSeconds(60), new RequestChanged(Priority.HIGH, slower, null, null));

        // Then
        assertThat(started(inDenver, "first-response").dueAt()).isEqualTo("2026-11-20T17:00:00Z");
        assertThat(started(somewhere, "first-response").dueAt()).isEqualTo("2026-11-20T09:00:00Z");
        soon().untilAsserted(() -> clocks(inDenver).body("clocks[0].dueAt", equalTo("2026-11-20T18:00:00Z")));
        clocks(inDenver).body("clocks.timeZone", contains("America/Denver", "America/Denver"));
        clocks(somewhere).body("clocks[0].timeZone", nullValue());
    }

    @Test
    void aQuestionMayNameTheCustomersZone() {
        put(customer, daily("customer", NINE_TO_FIVE).replace("'weekly'", "'otherwise': 'Europe/Berlin', 'weekly'"))
                .statusCode(201);

        due("'" + customer + "'", "2026-11-20T00:00:00Z", "1h", ", 'timeZone': 'America/Denver'")
                .body("due", equalTo("2026-11-20T17:00:00Z"));
        due("'" + customer + "'", "2026-11-20T00:00:00Z", "1h", "").body("due", equalTo("2026-11-20T09:00:00Z"));
        due("'" + customer + "'", "2026-11-20T00:00:00Z", "1h", ", 'timeZone': 'Denver'")
                .statusCode(400)
                .body("field", equalTo("timeZone"));
    }

    private static String daily(String zone, String windows) {
        StringBuilder weekly = new StringBuilder();
        for (String day : new String[] {"MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"}) {
            weekly.append(weekly.isEmpty() ? "" : ", ").append("'" + day + "': " + windows);
        }
        return "{'zone': '" + zone + "', 'weekly': {" + weekly + "}}";
    }

    private static ValidatableResponse put(String id, String calendar) {
        return operator()
                .contentType("application/json")
                .body(calendar.replace('\'', '"'))
                .put("/v1/calendars/" + id)
                .then();
    }

    private static ValidatableResponse due(String calendar, String start, String goal, String more) {
        return ask(
                "due", "{'calendar': " + calendar + ", 'start': '" + start + "', 'goal': '" + goal + "'" + more + "}");
    }

    private static ValidatableResponse ask(String kind, String question) {
        return operator()
                .contentType("application/json")
                .body(question.replace('\'', '"'))
                .post("/v1/" + kind)
                .then();
    }

    private static ValidatableResponse clocks(String requestId) {
        return operator().get("/v1/requests/" + requestId + "/clocks").then();
    }

    private static String policy(String calendar, String goals) {
        String tier = "t-" + UUID.randomUUID();
        yaml("when: {tier: [" + tier + "]}\ncalendar: " + calendar + "\ngoals: " + goals)
                .put("/v1/policies/" + tier)
                .then()
                .statusCode(201);
        return tier;
    }

    private static RequestOpened openingIn(String zone, String tier) {
        return new RequestOpened(
                "R-1",
                Priority.HIGH,
                tier,
                null,
                null,
                Channel.CHAT,
                "default",
                "c1",
                null,
                new Customer("u1", null, null, null, null, zone),
                "m1",
                "help",
                Instant.now(),
                null);
    }

    private static ClockStarted started(String requestId, String metric) {
        return (ClockStarted) streams.heard(requestId, metric).getFirst();
    }
}
