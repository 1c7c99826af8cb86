package io.beforehand.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.beforehand.events.AuthorKind;
import io.beforehand.events.Priority;
import io.beforehand.events.RoutingEvent.QueueMoved;
import io.beforehand.events.RoutingEvent.RequestAssigned;
import io.beforehand.events.RoutingEvent.RequestQueued;
import io.beforehand.events.SlaEvent.BreachForecast;
import io.beforehand.events.SlaEvent.ClockMet;
import io.beforehand.events.SlaEvent.DeadlineBreached;
import io.beforehand.events.SlaEvent.OutcomeCorrected;
import io.beforehand.events.SlaEvent.WarningRaised;
import io.beforehand.events.Visibility;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Warnings and breaches of the running service. Where time has to pass, the database's clock is moved. */
@QuarkusTest
class AlarmsInServiceTest extends ServiceTest {

    @Test
    void aRequestThatNobodyAnswersIsWarnedAboutAndThenBreachedPunctuallyAndOnce() {
        // Given
        String tier = policyFor("{first-response: {within: 1h, warn: [50%, 75%]}}");
        String id = newRequestId();
        Instant at = databaseTime();
        streams.tell(id, at, opening(Priority.STANDARD, tier));
        waitFor(id, "first-response", "ClockStarted");

        // When
        stopClock(at.plus(Duration.ofMinutes(30)));
        awaitAlarms(id, "WarningRaised");
        stopClock(at.plus(Duration.ofMinutes(45)));
        awaitAlarms(id, "WarningRaised", "WarningRaised");
        stopClock(at.plus(Duration.ofHours(1)));

        // Then
        awaitAlarms(id, "WarningRaised", "WarningRaised", "DeadlineBreached");
        assertThat(streams.heard(id, "first-response"))
                .filteredOn(WarningRaised.class::isInstance)
                .first()
                .isInstanceOfSatisfying(WarningRaised.class, warning -> {
                    assertThat(warning.mark()).isEqualTo("50%");
                    assertThat(warning.provisional()).isFalse();
                    assertThat(warning.left()).isEqualTo(Duration.ofMinutes(30));
                });
        assertThat(streams.heard(id, "first-response").getLast())
                .isInstanceOfSatisfying(DeadlineBreached.class, breach -> {
                    assertThat(breach.provisional()).isFalse();
                    assertThat(breach.lateBy()).isEqualTo(Duration.ZERO);
                });
    }

    private static void awaitAlarms(String requestId, String... kinds) {
        soon().untilAsserted(() -> assertThat(streams.kindsButWithdrawn(requestId, "first-response"))
                .startsWith("ClockStarted")
                .endsWith(kinds)
                .hasSize(1 + kinds.length));
    }

    @Test
    void hoursPassAndTheAlarmsRingWithThem() {
        // Given
        String id = newRequestId();
        streams.tell(id, databaseTime(), opening(Priority.URGENT, null));
        soon().until(() -> streams.heard(id).size() >= 4);

        // When
        moveClock(Duration.ofMinutes(31));

        // Then
        waitFor(id, "first-response", "WarningRaised");
        assertThat(streams.kinds(id, "acknowledgement")).endsWith("DeadlineBreached");
        assertThat(streams.kinds(id, "first-response")).containsExactly("ClockStarted", "WarningRaised");

        // When
        moveClock(Duration.ofMinutes(61));

        // Then what an outage would have slept through is one late breach
        waitFor(id, "first-response", "DeadlineBreached");
        assertThat(streams.kinds(id, "first-response"))
                .containsExactly("ClockStarted", "WarningRaised", "DeadlineBreached");
        operator()
                .get("/v1/requests/" + id + "/clocks")
                .then()
                .body("clocks[1].state", equalTo("breached"))
                .body("clocks[1].warnings.state", contains("fired", "superseded", "superseded", "superseded"));
    }

    @Test
    void anAnswerAfterTheBreachEndsTheClockAndOneThatWasInTimeCorrectsIt() {
        // Given two breached clocks
        String tier = policyFor("{first-response: {within: 10m}}");
        Instant at = databaseTime();
        String late = newRequestId();
        String inTime = newRequestId();
        streams.tell(late, at, opening(Priority.STANDARD, tier));
        streams.tell(inTime, at, opening(Priority.STANDARD, tier));
        moveClock(Duration.ofMinutes(11));
        waitFor(late, "first-response", "DeadlineBreached");
        waitFor(inTime, "first-response", "DeadlineBreached");

        // When
        streams.tell(late, at.plusSeconds(660), reply(AuthorKind.AGENT, Visibility.PUBLIC));
        streams.tell(inTime, at.plusSeconds(599), reply(AuthorKind.AGENT, Visibility.PUBLIC));

        // Then
        waitFor(late, "first-response", "ClockMet");
        waitFor(inTime, "first-response", "ClockMet");
        assertThat(streams.heard(late, "first-response").getLast())
                .isInstanceOfSatisfying(
                        ClockMet.class, met -> assertThat(met.late()).isTrue());
        assertThat(streams.heard(inTime, "first-response").get(2))
                .isInstanceOfSatisfying(OutcomeCorrected.class, corrected -> {
                    assertThat(corrected.from()).isEqualTo("breached");
                    assertThat(corrected.to()).isEqualTo("met");
                });
        operator().get("/v1/requests/" + inTime + "/clocks").then().body("clocks.state", contains("met"));
    }

    @Test
    void aStormOfDeadlinesRingsEachOnce() {
        // Given
        String tier = policyFor("{first-response: {within: 1h, warn: [50%]}}");
        Instant at = databaseTime();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            ids.add(newRequestId());
        }
        ids.forEach(id -> streams.tell(id, at, opening(Priority.STANDARD, tier)));
        soon().until(() -> ids.stream().allMatch(id -> streams.heard(id).size() == 1));

        // When
        moveClock(Duration.ofMinutes(31));
        soon().until(() -> ids.stream().allMatch(id -> streams.heard(id).size() >= 2));
        moveClock(Duration.ofMinutes(61));
        soon().until(() -> ids.stream().allMatch(id -> streams.heard(id).size() >= 3));

        // Then
        assertThat(ids).allSatisfy(id -> assertThat(streams.kinds(id, "first-response"))
                .containsExactly("ClockStarted", "WarningRaised", "DeadlineBreached"));
        operator().get("/q/metrics").then().body(containsString("beforehand_alarm_early_total 0.0"));
    }

    @Test
    void wordOfProgressIsDueShortlyBeforeItsDeadline() {
        // Given
        String tier = policyFor("{update: {every: 1h}}");
        String id = newRequestId();
        Instant at = databaseTime();
        streams.tell(id, at, opening(Priority.STANDARD, tier));
        waitFor(id, "update", "ClockStarted");

        // When
        moveClock(Duration.ofMinutes(55));

        // Then
        soon().until(() -> streams.kinds(id, "update").equals(List.of("ClockStarted", "UpdateDue")));
        operator()
                .get("/v1/requests/" + id + "/clocks")
                .then()
                .body("clocks[0].warnings.mark", contains("update-due"))
                .body("clocks[0].warnings.state", contains("fired"));
    }

    @Test
    void aQueueThatIsTooLongIsForetoldLongBeforeTheDeadlineAndTakenBackWhenSomebodyHasTheRequest() {
        // Given
        String tier = policyFor("{first-response: {within: 1h}}");
        String id = newRequestId();
        Instant at = databaseTime();
        streams.tell(id, at, opening(Priority.STANDARD, tier));

        // When
        streams.tell(id, at.plusSeconds(1), new RequestQueued(null, 40, Duration.ofMinutes(90)));
        waitFor(id, "first-response", "BreachForecast");
        streams.tell(id, at.plusSeconds(2), new QueueMoved(null, 30, Duration.ofMinutes(70)));
        streams.tell(id, at.plusSeconds(3), new RequestAssigned("ada", "Ada", null, 1, Map.of(), "best-score"));

        // Then
        soon().until(() -> streams.kinds(id, "first-response").size() == 3);
        assertThat(streams.heard(id, "first-response"))
                .element(1)
                .isInstanceOfSatisfying(BreachForecast.class, forecast -> {
                    assertThat(forecast.withdrawn()).isFalse();
                    assertThat(Duration.between(forecast.dueAt(), forecast.expectedAt()))
                            .isBetween(Duration.ofMinutes(30), Duration.ofMinutes(31));
                });
        assertThat(streams.heard(id, "first-response"))
                .last()
                .isInstanceOfSatisfying(BreachForecast.class, forecast -> assertThat(forecast.withdrawn())
                        .isTrue());
    }
}
