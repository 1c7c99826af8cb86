package io.beforehand.sla;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calendars over HTTP. */
@QuarkusTest
class CalendarsInServiceTest extends ServiceTest {

    private static final String OFFICE = """
            {"zone": "Asia/Shanghai",
             "weekly": {"MON": [["13:00", "18:00"], ["09:00", "12:00"]], "SAT": [["22:00", "06:00"]], "SUN": []},
             "holidays": ["2026-10-02", "2026-10-01"], "special": {"2026-02-14": [["09:00", "24:00"]], "2026-02-15": []}}""";

    private final String id = "c-" + UUID.randomUUID();

    @Test
    void isShownAsItWasWrittenInOrder() {
        put(OFFICE).statusCode(201).body("version", equalTo(1));

        operator()
                .get("/v1/calendars/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("version", equalTo(1))
                .body("zone", equalTo("Asia/Shanghai"))
                .body("weekly.MON.flatten()", contains("09:00", "12:00", "13:00", "18:00"))
                .body("weekly.SAT[0]", contains("22:00", "06:00"))
                .body("weekly.SUN", nullValue())
                .body("holidays", contains("2026-10-01", "2026-10-02"))
                .body("special.'2026-02-14'[0]", contains("09:00", "24:00"))
                .body("special.'2026-02-15'.size()", equalTo(0));
        operator().get("/v1/calendars").then().body("items.id", hasItems("always", id));
    }

    @Test
    void sayingTheSameAgainMakesNoNewVersionAndOldVersionsStayReadable() {
        put(OFFICE).statusCode(201);
        put(operator().get("/v1/calendars/" + id).asString()).statusCode(200).body("version", equalTo(1));
        put(OFFICE.replace("18:00", "17:00")).statusCode(200).body("version", equalTo(2));
        put(OFFICE.replace("{\"zone", "{\"version\": 1, \"zone"))
                .statusCode(409)
                .body("code", equalTo("version-conflict"));

        operator().get("/v1/calendars/" + id + "?version=1").then().body("weekly.MON[1][1]", equalTo("18:00"));
        operator().get("/v1/calendars/" + id).then().body("weekly.MON[1][1]", equalTo("17:00"));
        operator().get("/v1/calendars/" + id + "?version=3").then().statusCode(404);
        operator().get("/v1/calendars/" + id + "?version=x").then().statusCode(400);
    }

    @Test
    void isRetiredOnlyWhenNothingInUseGoesByIt() {
        // Given a calendar, a policy that goes by it and a calendar that names it
        put(OFFICE).statusCode(201);
        String policy = "p-" + UUID.randomUUID();
        String goals = "when: {tier: [" + policy + "]}\ngoals: {first-response: {within: 1h}}\ncalendar: " + id;
        yaml(goals).put("/v1/policies/" + policy).then().statusCode(201);
        String both = "b-" + UUID.randomUUID();
        json("{\"allOf\": [\"" + id + "\", \"always\"]}")
                .put("/v1/calendars/" + both)
                .then()
                .statusCode(201);

        // Then
        operator()
                .delete("/v1/calendars/" + id)
                .then()
                .statusCode(409)
                .body("code", equalTo("calendar-in-use"))
                .body("policies", contains(policy))
                .body("calendars", contains(both));
        operator().get("/v1/calendars/" + id).then().body("retired", nullValue());

        // When they are out of use
        operator().delete("/v1/policies/" + policy).then().statusCode(204);
        operator().delete("/v1/calendars/" + both).then().statusCode(204);
        operator().delete("/v1/calendars/" + id).then().statusCode(204);

        // Then nobody can name it, and what there was can be read
        yaml(goals).put("/v1/policies/" + policy).then().statusCode(422).body("problems.field", contains("calendar"));
        operator()
                .get("/v1/calendars/" + id)
                .then()
                .body("retired", equalTo(true))
                .body("zone", equalTo("Asia/Shanghai"));
        operator().get("/v1/calendars").then().body("items.id", not(hasItem(id)));
        operator().get("/v1/policies/" + policy).then().body("calendar", equalTo(id));
        operator().delete("/v1/calendars/" + id).then().statusCode(404);
        operator().delete("/v1/calendars/always").then().statusCode(404);

        // When it is put again
        put(OFFICE).statusCode(200).body("version", equalTo(2));

        // Then
        yaml(goals).put("/v1/policies/" + policy).then().statusCode(200);
    }

    private static RequestSpecification json(String document) {
        return operator().contentType("application/json").body(document);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceTheFirstOfItAsTheField() {
        put("""
                {"id": "other", "zone": "Mars/Olympus", "colour": 1, "effectiveFrom": "tomorrow",
                 "weekly": {"MON": [["09:00"]], "TUE": [["09:00", "12:00"], ["11:00", "13:00"]], "MOON": [],
                            "WED": [["9:00", "12:00"]], "THU": "all day"},
                 "holidays": ["2026-02-30"], "special": {"someday": [], "2026-01-01": {}}}""")
                .statusCode(400)
                .body("code", equalTo("invalid-field"))
                .body("field", equalTo("colour"))
                .body(
                        "problems.field",
                        containsInAnyOrder(
                                "colour",
                                "id",
                                "effectiveFrom",
                                "zone",
                                "weekly.MOON",
                                "weekly.MON[0]",
                                "weekly.TUE",
                                "weekly.WED[0]",
                                "weekly.THU",
                                "holidays[0]",
                                "special.someday",
                                "special.2026-01-01"));
        operator().get("/v1/calendars/" + id).then().statusCode(404).body("code", equalTo("not-found"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'zone':'UTC'} | 422 | calendar-never-opens",
                "{'zone':'UTC','weekly':{'MON':[]},'special':{'2026-01-01':[]}} | 422 | calendar-never-opens",
                "{'weekly':{'MON':[['09:00','17:00']]}} | 400 | invalid-field",
                "[] | 400 | invalid-field",
                "{'zone':'UTC','zone':'UTC','weekly':{'MON':[['09:00','17:00']]}} | 400 | malformed-json",
                "{'zone':'UTC','weekly':{'MON':[['09:00','17:00']]}, | 400 | malformed-json"
            })
    void whatIsNoCalendarIsRefused(String body, int status, String code) {
        put(body.replace('\'', '"')).statusCode(status).body("code", equalTo(code));
    }

    @Test
    void alwaysIsBuiltIn() {
        operator()
                .get("/v1/calendars/always")
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("weekly.MON[0]", contains("00:00", "24:00"));
        operator()
                .contentType("application/json")
                .body(OFFICE)
                .put("/v1/calendars/always")
                .then()
                .statusCode(400)
                .body("field", equalTo("id"));
    }

    @Test
    void aPolicyMustNameACalendarThatThereIsAndThatLetsItsGoalsBeReached() {
        String policy = "{\"calendar\": \"" + id + "\", \"when\": {\"tier\": [\"" + id + "\"]}, \"goals\":"
                + " {\"resolution\": {\"within\": \"900h\"}, \"first-response\": {\"within\": \"1h\"}}}";
        putPolicy(policy)
                .statusCode(422)
                .body("code", equalTo("policy-invalid"))
                .body("problems.field", contains("calendar"));
        put("{\"zone\": \"UTC\", \"weekly\": {\"SUN\": [[\"11:00\", \"12:00\"]]}}")
                .statusCode(201);
        putPolicy(policy)
                .statusCode(422)
                .body("code", equalTo("policy-invalid"))
                .body("problems.field", contains("goals.resolution"));
        put(OFFICE).statusCode(200);
        putPolicy(policy).statusCode(201).body("calendar", equalTo(id));
    }

    @Test
    void onlyTheOperatorMayReadOrWriteOrAsk() {
        given().get("/v1/calendars").then().statusCode(401).body("code", equalTo("token-invalid"));
        given().contentType("application/json")
                .body("{}")
                .post("/v1/due")
                .then()
                .statusCode(401);
        given().contentType("application/json")
                .body("{}")
                .post("/v1/elapsed")
                .then()
                .statusCode(401);
    }

    private ValidatableResponse put(String calendar) {
        return operator()
                .contentType("application/json")
                .body(calendar)
                .put("/v1/calendars/" + id)
                .then();
    }

    private ValidatableResponse putPolicy(String policy) {
        return operator()
                .contentType("application/json")
                .body(policy)
                .put("/v1/policies/" + id)
                .then();
    }
}
