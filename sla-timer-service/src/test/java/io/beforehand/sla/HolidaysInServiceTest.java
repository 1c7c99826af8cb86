package io.beforehand.sla;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of holidays over HTTP. */
@QuarkusTest
class HolidaysInServiceTest extends ServiceTest {

    private final String id = "c-" + UUID.randomUUID();

    @BeforeEach
    void writeCalendar() {
        put("{\"zone\": \"Asia/Shanghai\", \"weekly\": {\"THU\": [[\"09:00\", \"17:00\"]]}, \"holidays\": [\"2026-10-01\"]}")
                .statusCode(201);
    }

    @Test
    void thoseOfAFileAreAddedToTheCalendarInANewVersion() throws IOException {
        add(file("china-2026.ics"))
                .statusCode(200)
                .body("id", equalTo(id))
                .body("version", equalTo(2))
                .body("added.size()", equalTo(32))
                .body("added", hasItem("2026-02-17"))
                .body("passedOver.event", contains("元旦（班）", "春节（班）"))
                .body("passedOver[0].reason", containsString("special"));

        operator()
                .get("/v1/calendars/" + id)
                .then()
                .body("version", equalTo(2))
                .body("zone", equalTo("Asia/Shanghai"))
                .body("holidays.size()", equalTo(33));
        operator().get("/v1/calendars/" + id + "?version=1").then().body("holidays", contains("2026-10-01"));
        String due = operator()
                .contentType("application/json")
                .body("{\"calendar\": \"" + id + "\", \"start\": \"2026-09-24T17:00:00+08:00\", \"goal\": \"1h\"}")
                .post("/v1/due")
                .path("due");
        assertThat(due).isEqualTo("2026-10-08T02:00:00Z");
    }

    @Test
    void aRuleHoldsForTheRequestsOfLaterYearsWithoutAnybodyTakingItInAgain() {
        add("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20251225\nRRULE:FREQ=YEARLY\nEND:VEVENT\nEND:VCALENDAR"
                        .getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body(
                        "recurringUntil",
                        startsWith(Integer.toString(Year.now(ZoneOffset.UTC).getValue() + 30)));

        // The Thursday after the one that is Christmas
        String due = operator()
                .contentType("application/json")
                .body("{\"calendar\": \"" + id + "\", \"start\": \"2053-12-24T12:00:00+08:00\", \"goal\": \"1h\"}")
                .post("/v1/due")
                .path("due");
        assertThat(due).isEqualTo("2054-01-01T02:00:00Z");
    }

    @Test
    void theSameFileAgainChangesNothing() throws IOException {
        add(file("china-2026.ics")).statusCode(200);

        add(file("china-2026.ics")).statusCode(200).body("version", equalTo(2)).body("added", empty());
    }

    @Test
    void whatCannotBeReadIsRefused() throws IOException {
        add("BEGIN:VCALENDAR".getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("code", equalTo("malformed-calendar"))
                .body("detail", containsString("END:VCALENDAR"));
        add(new byte[] {(byte) 0xff, 0x41}).statusCode(400).body("code", equalTo("invalid-text"));
        add("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20250101\nRRULE:FREQ=DAILY\nEND:VEVENT\nEND:VCALENDAR"
                        .getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("code", equalTo("invalid-field"))
                .body("field", equalTo("holidays"));
        operator()
                .contentType("application/json")
                .body("{}")
                .post("/v1/calendars/" + id + "/holidays")
                .then()
                .statusCode(415);
        operator().get("/v1/calendars/" + id).then().body("version", equalTo(1));
    }

    @Test
    void onlyACalendarWithHoursOfItsOwnHasHolidays() throws IOException {
        byte[] file = file("bavaria.ics");
        post("always", file)
                .statusCode(400)
                .body("code", equalTo("invalid-field"))
                .body("field", equalTo("id"));
        post("c-" + UUID.randomUUID(), file).statusCode(404).body("code", equalTo("not-found"));
        given().contentType("text/calendar")
                .body(file)
                .post("/v1/calendars/" + id + "/holidays")
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

    private ValidatableResponse add(byte[] file) {
        return post(id, file);
    }

    private static ValidatableResponse post(String calendar, byte[] file) {
        return operator()
                .contentType("text/calendar")
                .body(file)
                .post("/v1/calendars/" + calendar + "/holidays")
                .then();
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream file = HolidaysInServiceTest.class.getResourceAsStream("/ics/" + name)) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }
}
