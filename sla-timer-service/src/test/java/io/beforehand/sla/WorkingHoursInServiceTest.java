package io.beforehand.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.beforehand.events.AuthorKind;
import io.beforehand.events.ClockRef;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestEvent.CustomerMessaged;
import io.beforehand.events.RequestEvent.StatusChanged;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.SlaEvent;
import io.beforehand.events.SlaEvent.ClockPaused;
import io.beforehand.events.SlaEvent.ClockResumed;
import io.beforehand.events.SlaEvent.ClockStarted;
import io.beforehand.events.SlaEvent.WarningRaised;
import io.beforehand.events.Visibility;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clocks by a calendar, on the running service: nine to five on weekdays in Berlin, the next Monday a holiday. */
@QuarkusTest
class WorkingHoursInServiceTest extends ServiceTest {

    private static final String METRIC = "first-response";

    private final LocalDate friday =
            LocalDate.now(ZoneId.of("Europe/Berlin")).with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
    private final LocalDate monday = friday.plusDays(3);
    private final LocalDate tuesday = friday.plusDays(4);
    private final String id = newRequestId();
    private final String office = "office-" + UUID.randomUUID();

    @BeforeEach
    void writeCalendar() {
        putCalendar("17:00", "").statusCode(201);
    }

    @Test
    void aClockStandsStillFromClosingOverAWeekendAndAHoliday() {
        // Given a goal of two hours, one of them left when it closes
        String tier = policy("{first-response: {within: 2h, warn: [50%, 30m before]}}");
        goTo(friday, "16:00");
        streams.tell(id, at(friday, "16:00"), opening(Priority.HIGH, tier));
        waitFor(id, METRIC, "ClockStarted");
        operator()
                .get("/v1/requests/" + id + "/clocks")
                .then()
                .body("clocks[0].calendar", equalTo(office))
                .body("clocks[0].calendarVersion", equalTo(1))
                .body("clocks[0].dueAt", equalTo(at(tuesday, "10:00").toString()))
                .body(
                        "clocks[0].warnings.at",
                        contains(
                                at(friday, "17:00").toString(),
                                at(tuesday, "09:30").toString()));

        // When
        goTo(friday, "17:00");
        waitFor(id, METRIC, "WarningRaised");
        goTo(monday, "12:00");
        operator()
                .get("/v1/requests/" + id + "/clocks")
                .then()
                .body("clocks[0].state", equalTo("running"))
                .body("clocks[0].remaining", equalTo("PT1H"));
        goTo(tuesday, "09:30");
        soon().until(() -> streams.kinds(id, METRIC).size() == 3);
        goTo(tuesday, "10:00");

        // Then
        waitFor(id, METRIC, "DeadlineBreached");
        assertThat(streams.kinds(id, METRIC))
                .containsExactly("ClockStarted", "WarningRaised", "WarningRaised", "DeadlineBreached");
        assertThat(streams.heard(id, METRIC).get(2))
                .isInstanceOfSatisfying(WarningRaised.class, warning -> assertThat(warning.mark())
                        .isEqualTo("30m before"));
    }

    @Test
    void aPauseOverClosingTimeKeepsTheWorkingTimeThatIsLeft() {
        // Given
        String tier = policy("{first-response: {within: 2h}}");
        streams.tell(id, at(friday, "15:00"), opening(Priority.HIGH, tier));

        // When
        streams.tell(id, at(friday, "16:30"), status(RequestStatus.OPEN, RequestStatus.PENDING));
        streams.tell(id, at(tuesday, "11:00"), status(RequestStatus.PENDING, RequestStatus.OPEN));
        streams.tell(id, at(tuesday, "11:10"), status(RequestStatus.OPEN, RequestStatus.ON_HOLD));
        streams.tell(id, at(tuesday, "18:00"), status(RequestStatus.ON_HOLD, RequestStatus.OPEN));

        // Then
        soon().until(() -> streams.heard(id, METRIC).size() == 5);
        assertThat(streams.heard(id, METRIC).subList(1, 5))
                .containsExactly(
                        paused(at(friday, "16:30"), 30, "pending"),
                        resumed(at(tuesday, "11:00"), at(tuesday, "11:30")),
                        paused(at(tuesday, "11:10"), 20, "on-hold"),
                        resumed(at(tuesday, "18:00"), at(tuesday.plusDays(1), "09:20")));
        operator()
                .get("/v1/clocks/" + id + ":first-response:1/explain")
                .then()
                .body("steps.used", contains("PT0S", "PT1H30M", "PT1H30M", "PT1H40M", "PT1H40M"))
                .body("steps.left", contains("PT2H", "PT30M", "PT30M", "PT20M", "PT20M"));
    }

    @Test
    void aPauseThatBeginsAfterTheDeadlineChangesNothing() {
        // Given
        String tier = policy("{first-response: {within: 2h}}");
        goTo(friday, "15:00");
        streams.tell(id, at(friday, "15:00"), opening(Priority.HIGH, tier));

        // When it is put on hold after the deadline, which was at closing
        streams.tell(id, at(friday, "17:00"), status(RequestStatus.OPEN, RequestStatus.PENDING));
        goTo(friday, "17:30");

        // Then
        waitFor(id, METRIC, "DeadlineBreached");
        assertThat(streams.kinds(id, METRIC)).containsExactly("ClockStarted", "DeadlineBreached");
    }

    @Test
    void aRequestKeepsTheVersionOfTheCalendarThatCountedWhenItWasOpened() {
        // Given
        String tier = policy("{first-response: {within: 4h}, next-response: {within: 4h}}");
        streams.tell(id, at(friday, "15:00"), opening(Priority.HIGH, tier));
        waitFor(id, METRIC, "ClockStarted");

        // When
        putCalendar("18:00", "").statusCode(200);
        String later = newRequestId();
        streams.tell(later, at(friday, "15:00"), opening(Priority.HIGH, tier));
        streams.tell(id, at(friday, "16:00"), reply(AuthorKind.AGENT, Visibility.PUBLIC));
        streams.tell(id, at(friday, "16:30"), new CustomerMessaged("m3", "and?", Instant.now(), null));
        streams.tell(id, at(friday, "15:30"), status(RequestStatus.OPEN, RequestStatus.OPEN));

        // Then
        waitFor(later, METRIC, "ClockStarted");
        waitFor(id, "next-response", "ClockStarted");
        assertThat(started(later, METRIC).dueAt()).isEqualTo(at(tuesday, "10:00"));
        assertThat(started(later, METRIC).calendarVersion()).isEqualTo(2);
        assertThat(started(id, "next-response").dueAt()).isEqualTo(at(tuesday, "12:30"));
        operator()
                .get("/v1/requests/" + id + "/clocks")
                .then()
                .body("clocks.calendarVersion", contains(1, 1))
                .body(
                        "clocks.dueAt",
                        contains(
                                at(tuesday, "11:00").toString(),
                                at(tuesday, "12:30").toString()));
    }

    @Test
    void aVersionThatAnotherReplicaWroteCountsForTheNextRequest() {
        // Given
        String tier = policy("{first-response: {within: 4h}}");
        operator().get("/v1/policies/" + tier).then().statusCode(200);

        // When
        wait(pool.preparedQuery("INSERT INTO calendar (id, version, document)"
                        + " SELECT id, 2, replace(document, '17:00', '18:00') FROM calendar WHERE id = $1")
                .execute(Tuple.of(office)));
        wait(pool.query("UPDATE calendar_revision SET revision = revision + 1").execute());
        streams.tell(id, at(friday, "15:00"), opening(Priority.HIGH, tier));

        // Then
        waitFor(id, METRIC, "ClockStarted");
        assertThat(started(id, METRIC).calendarVersion()).isEqualTo(2);
        assertThat(started(id, METRIC).dueAt()).isEqualTo(at(tuesday, "10:00"));
    }

    @Test
    void aVersionThatIsToCountLaterDoesNotCountYet() {
        // Given
        String tier = policy("{first-response: {within: 4h}}");
        Instant effectiveFrom = databaseTime().plus(Duration.ofHours(1));
        putCalendar("18:00", "\"effectiveFrom\": \"" + effectiveFrom + "\",").statusCode(200);

        // When
        streams.tell(id, at(friday, "15:00"), opening(Priority.HIGH, tier));
        waitFor(id, METRIC, "ClockStarted");
        moveClock(Duration.ofMinutes(61));
        String later = newRequestId();
        streams.tell(later, at(friday, "15:00"), opening(Priority.HIGH, tier));
        waitFor(later, METRIC, "ClockStarted");

        // Then
        assertThat(started(id, METRIC).calendarVersion()).isEqualTo(1);
        assertThat(started(later, METRIC).calendarVersion()).isEqualTo(2);
    }

    private ValidatableResponse putCalendar(String closing, String more) {
        String day = "[[\"09:00\", \"" + closing + "\"]]";
        return operator()
                .contentType("application/json")
                .body("{" + more + "\"zone\": \"Europe/Berlin\", \"weekly\": {\"MON\": " + day + ", \"TUE\": " + day
                        + ", \"WED\": " + day + ", \"THU\": " + day + ", \"FRI\": " + day + "}, \"holidays\": [\""
                        + monday + "\"]}")
                .put("/v1/calendars/" + office)
                .then();
    }

    private String policy(String goals) {
        String tier = "t-" + UUID.randomUUID();
        yaml("when: {tier: [" + tier + "]}\ncalendar: " + office + "\npauseOn: [pending, on-hold]\ngoals: " + goals)
                .put("/v1/policies/" + tier)
                .then()
                .statusCode(201);
        return tier;
    }

    private void goTo(LocalDate date, String time) {
        moveClock(Duration.between(Instant.now(), at(date, time)).plusSeconds(1));
    }

    private static Instant at(LocalDate date, String time) {
        return date.atTime(LocalTime.parse(time))
                .atZone(ZoneId.of("Europe/Berlin"))
                .toInstant();
    }

    private SlaEvent paused(Instant at, int minutesLeft, String reason) {
        return new ClockPaused(ref(), at, Duration.ofMinutes(minutesLeft), reason);
    }

    private SlaEvent resumed(Instant at, Instant dueAt) {
        return new ClockResumed(ref(), at, dueAt);
    }

    private ClockRef ref() {
        return streams.heard(id, METRIC).getFirst().clock();
    }

    private static ClockStarted started(String requestId, String metric) {
        return (ClockStarted) streams.heard(requestId, metric).getFirst();
    }

    private static StatusChanged status(RequestStatus from, RequestStatus to) {
        return new StatusChanged(from, to, null, null);
    }
}
