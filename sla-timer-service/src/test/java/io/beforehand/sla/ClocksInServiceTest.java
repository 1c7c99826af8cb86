package io.beforehand.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.beforehand.events.AuthorKind;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestEvent.RequestChanged;
import io.beforehand.events.RequestEvent.StatusChanged;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.RoutingEvent.QueueMoved;
import io.beforehand.events.SlaEvent.ClockMet;
import io.beforehand.events.SlaEvent.ClockPaused;
import io.beforehand.events.SlaEvent.ClockResumed;
import io.beforehand.events.SlaEvent.ClockStarted;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.Visibility;
import io.beforehand.messaging.retention.RetentionRule;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the topics in to the topic out and the HTTP surface, over a real broker and a real database. */
@QuarkusTest
class ClocksInServiceTest extends ServiceTest {

    @Inject
    @Any
    Instance<RetentionRule> rules;

    /** So that nothing falls due meanwhile. */
    @BeforeEach
    void holdTheClock() {
        stopClock(databaseTime());
    }

    @Test
    void anOpenedRequestHasItsClocksStartedByTheShippedPolicy() {
        // Given
        String id = newRequestId();

        // When
        Instant now = databaseTime();
        streams.tell(id, now, opening(Priority.URGENT, null));

        // Then
        soon().until(() -> streams.heard(id).size() == 4);
        assertThat(streams.heard(id)).extracting(StreamEvent::sequence).containsExactly(1L, 2L, 3L, 4L);
        assertThat(streams.heard(id, "first-response"))
                .singleElement()
                .isInstanceOfSatisfying(ClockStarted.class, started -> {
                    assertThat(started.goal()).isEqualTo(Duration.ofHours(1));
                    assertThat(Duration.between(started.startedAt(), started.dueAt()))
                            .isEqualTo(Duration.ofHours(1));
                    assertThat(started.policy()).isEqualTo("urgent");
                    assertThat(started.policyVersion()).isEqualTo(1);
                });
        operator()
                .get("/v1/requests/" + id + "/clocks")
                .then()
                .statusCode(200)
                .body("clocks.metric", contains("acknowledgement", "first-response", "resolution", "update"))
                .body("clocks.state", everyItem(equalTo("running")))
                .body("clocks[1].warnings.mark", contains("50%", "75%", "10m before", "90%"))
                .body("clocks[1].warnings.state", contains("armed", "armed", "armed", "armed"))
                .body("clocks[1].calendar", equalTo("always"));
    }

    @Test
    void theAcknowledgementAndAnAgentsPublicReplyMeetTheirClocksAndNothingElseDoes() {
        // Given
        String id = newRequestId();
        Instant at = databaseTime();
        streams.tell(id, at, opening(Priority.HIGH, null));

        // When
        streams.tell(id, at.plusSeconds(1), acknowledgement(at.plusMillis(800)));
        streams.tell(id, at.plusSeconds(2), reply(AuthorKind.BOT, Visibility.PUBLIC));
        streams.tell(id, at.plusSeconds(3), reply(AuthorKind.SYSTEM, Visibility.PUBLIC));
        streams.tell(id, at.plusSeconds(4), reply(AuthorKind.AGENT, Visibility.INTERNAL));
        streams.tell(id, at.plusSeconds(5), reply(AuthorKind.AGENT, Visibility.PUBLIC));

        // Then
        waitFor(id, "first-response", "ClockMet");
        assertThat(streams.heard(id, "first-response")).last().isInstanceOfSatisfying(ClockMet.class, met -> assertThat(
                        met.metAt())
                .isEqualTo(at.plusSeconds(5).truncatedTo(ChronoUnit.MICROS)));
        soon().until(() -> streams.kinds(id, "acknowledgement").equals(List.of("ClockStarted", "ClockMet")));
        operator()
                .get("/v1/requests/" + id + "/clocks")
                .then()
                .body("clocks.state", contains("met", "met", "running", "met", "running"))
                .body("clocks[1].warnings.state", not(hasItem("armed")));
    }

    @Test
    void aPausedRequestKeepsWhatIsLeft() {
        // Given
        String id = newRequestId();
        Instant at = databaseTime().truncatedTo(ChronoUnit.MICROS);
        streams.tell(id, at, opening(Priority.URGENT, null));

        // When
        streams.tell(id, at.plusSeconds(60), status(RequestStatus.OPEN, RequestStatus.PENDING));
        streams.tell(id, at.plusSeconds(360), status(RequestStatus.PENDING, RequestStatus.OPEN));

        // Then
        soon().until(() -> streams.kinds(id, "resolution").size() == 3);
        assertThat(streams.heard(id, "first-response"))
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(ClockPaused.class, paused -> assertThat(paused.remaining())
                                .isEqualTo(Duration.ofMinutes(59))))
                .last()
                .isInstanceOfSatisfying(ClockResumed.class, resumed -> assertThat(resumed.dueAt())
                        .isEqualTo(at.plusSeconds(3900)));
    }

    @Test
    void aRequestThatBecomesUrgentHasItsGoalsCountedAnew() {
        // Given
        String id = newRequestId();
        Instant at = databaseTime();
        streams.tell(id, at, opening(Priority.STANDARD, null));

        // When
        streams.tell(id, at.plusSeconds(5), new RequestChanged(Priority.URGENT, null, null, null));

        // Then
        waitFor(id, "first-response", "ClockResumed");
        operator().get("/v1/requests/" + id + "/clocks").then().body("clocks.policy", everyItem(equalTo("urgent")));
    }

    @Test
    void eventsThatComeTwiceOrBeforeTheOpeningCountOnceAndInTheirPlace() {
        // Given
        String id = newRequestId();
        Instant at = databaseTime();

        // When
        StreamEvent ack = streams.tell(id, at.plusSeconds(1), acknowledgement(at.plusSeconds(1)));
        StreamEvent opening = streams.tell(id, at, opening(Priority.HIGH, null));
        StreamEvent answer = streams.tell(id, at.plusSeconds(9), reply(AuthorKind.AGENT, Visibility.PUBLIC));
        List.of(ack, opening, answer, ack, opening, answer).forEach(streams::send);
        streams.tell(id, at.plusSeconds(10), status(RequestStatus.OPEN, RequestStatus.RESOLVED));

        // Then
        waitFor(id, "resolution", "ClockMet");
        waitFor(id, "acknowledgement", "ClockMet");
        assertThat(streams.heard(id))
                .extracting(StreamEvent::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 10).boxed().toList());
    }

    @Test
    void whatMeansNothingToClocksIsHeardAndPassedOver() {
        String id = newRequestId();
        Instant at = databaseTime();

        streams.tell(id, at, opening(Priority.HIGH, null));
        streams.tell(id, at, new QueueMoved(null, 3, null));
        streams.tell(id, at.plusSeconds(1), acknowledgement(at.plusSeconds(1)));

        waitFor(id, "acknowledgement", "ClockMet");
    }

    @Test
    void aClockExplainsItselfStepByStep() {
        // Given
        String id = newRequestId();
        Instant at = databaseTime();
        streams.tell(id, at, opening(Priority.URGENT, null));
        streams.tell(id, at.plusSeconds(60), status(RequestStatus.OPEN, RequestStatus.PENDING));
        streams.tell(id, at.plusSeconds(120), status(RequestStatus.PENDING, RequestStatus.OPEN));
        streams.tell(id, at.plusSeconds(180), reply(AuthorKind.AGENT, Visibility.PUBLIC));
        waitFor(id, "first-response", "ClockMet");

        // When and Then
        operator()
                .get("/v1/clocks/" + id + ":first-response:1/explain")
                .then()
                .statusCode(200)
                .body("steps.because", contains("opened", "status-moved", "status-moved", "replied"))
                .body("steps.state", contains("running", "paused", "running", "met"))
                .body("steps.used", contains("PT0S", "PT1M", "PT1M", "PT2M"));
        operator().get("/v1/clocks/" + id + ":first-response:2/explain").then().statusCode(404);
    }

    @Test
    void clocksNearTheirDeadlineAreAtRisk() {
        String id = newRequestId();
        String tier = policyFor("{first-response: {within: 10m}, resolution: {within: 1d}}");
        streams.tell(id, databaseTime(), opening(Priority.HIGH, tier));
        soon().until(() -> streams.heard(id).size() == 2);

        operator()
                .queryParam("within", "15m")
                .queryParam("limit", "500")
                .get("/v1/at-risk")
                .then()
                .statusCode(200)
                .body("items.clock", hasItem(id + ":first-response:1"))
                .body("items.clock", not(hasItem(id + ":resolution:1")));
        operator().queryParam("channel", "voice").get("/v1/at-risk").then().body("items", empty());
        operator().queryParam("within", "soon").get("/v1/at-risk").then().statusCode(400);
    }

    @Test
    void aRequestThatHasLongBeenOverIsForgottenWithItsClocks() {
        // Given
        String tier = policyFor("{resolution: {within: 1h}}");
        String over = newRequestId();
        String open = newRequestId();
        Instant at = databaseTime();
        streams.tell(open, at, opening(Priority.HIGH, tier));
        streams.tell(over, at, opening(Priority.HIGH, tier));
        streams.tell(over, at.plusSeconds(1), status(RequestStatus.OPEN, RequestStatus.RESOLVED));
        waitFor(over, "resolution", "ClockMet");
        waitFor(open, "resolution", "ClockStarted");
        RetentionRule rule = rules.stream()
                .filter(each -> each.table().equals("request"))
                .findFirst()
                .orElseThrow();

        // When
        wait(pool.preparedQuery(rule.delete())
                .execute(Tuple.of(OffsetDateTime.now().plusDays(1), 1000)));

        // Then
        operator().get("/v1/requests/" + over + "/clocks").then().statusCode(404);
        operator().get("/v1/requests/" + open + "/clocks").then().statusCode(200);
        assertThat(wait(pool.preparedQuery("SELECT FROM clock WHERE request_id = $1 UNION ALL"
                                        + " SELECT FROM history WHERE request_id = $1")
                                .execute(Tuple.of(over)))
                        .size())
                .isZero();
    }

    @Test
    void aRequestThatNobodyToldOfIsUnknown() {
        operator()
                .get("/v1/requests/" + newRequestId() + "/clocks")
                .then()
                .statusCode(404)
                .body("code", equalTo("request-unknown"));
    }

    private static StatusChanged status(RequestStatus from, RequestStatus to) {
        return new StatusChanged(from, to, null, null);
    }
}
