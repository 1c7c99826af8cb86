package io.beforehand.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.beforehand.events.AuthorKind;
import io.beforehand.events.Priority;
import io.beforehand.events.RoutingEvent.RequestAssigned;
import io.beforehand.events.SlaEvent.WarningRaised;
import io.beforehand.events.Visibility;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What happens to a request in the last seconds before a warning. To make it last, the database's clock is stopped in it. */
@QuarkusTest
class AheadInServiceTest extends ServiceTest {

    private static final Duration UNTIL_WARNING = Duration.ofMinutes(30);

    /** Most of what warnings are given ahead by in these tests: the service's own idea of the time goes on between its questions. */
    private static final Duration LAST_SECONDS = Streams.Topics.AHEAD.minusMillis(100);

    private Instant openedAt = Instant.EPOCH;

    private String openedWithAWarningGivenAhead() {
        String tier = policyFor("{first-response: {within: 1h, warn: [50%]}}");
        String id = newRequestId();
        openedAt = databaseTime();
        streams.tell(id, openedAt, opening(Priority.STANDARD, tier));
        waitFor(id, "first-response", "ClockStarted");
        stopClock(openedAt.plus(UNTIL_WARNING).minus(LAST_SECONDS));
        soon().until(() -> timedEvents(id) == 1);
        return id;
    }

    private void warningIsDue() {
        stopClock(openedAt.plus(UNTIL_WARNING));
    }

    private long timedEvents(String requestId) {
        return wait(pool.preparedQuery(
                                "SELECT count(*) AS events FROM outbox WHERE request_id = $1 AND release_at IS NOT NULL")
                        .execute(Tuple.of(requestId)))
                .iterator()
                .next()
                .getLong("events");
    }

    @Test
    void anAnswerInTheLastSecondsSparesTheWarning() {
        // Given
        String id = openedWithAWarningGivenAhead();

        // When
        streams.tell(id, openedAt.plusSeconds(1), reply(AuthorKind.AGENT, Visibility.PUBLIC));

        // Then
        soon().untilAsserted(() -> assertThat(streams.kinds(id, "first-response"))
                .containsExactly("ClockStarted", "WarningWithdrawn", "ClockMet"));
        operator().get("/v1/requests/" + id + "/clocks").then().body("clocks.state", contains("met"));
        assertThat(timedEvents(id)).isZero();
    }

    @Test
    void somethingElseInTheLastSecondsDoesNotCostTheWarning() {
        // Given
        String id = openedWithAWarningGivenAhead();

        // When
        streams.tell(id, openedAt.plusSeconds(1), new RequestAssigned("ada", "Ada", null, 1, Map.of(), "best-score"));
        soon().until(() -> streams.kinds(id, "first-response").contains("WarningWithdrawn"));
        warningIsDue();

        // Then
        soon().untilAsserted(() -> assertThat(streams.kinds(id, "first-response"))
                .containsExactly("ClockStarted", "WarningWithdrawn", "WarningRaised"));
    }

    @Test
    void aWarningThatIsNotTimelyYetIsNotShownAsGiven() {
        // Given
        String id = openedWithAWarningGivenAhead();

        // Then
        operator().get("/v1/requests/" + id + "/clocks").then().body("clocks[0].warnings.state", contains("armed"));

        // When
        warningIsDue();

        // Then
        waitFor(id, "first-response", "WarningRaised");
        assertThat(streams.heard(id, "first-response").get(1)).isInstanceOfSatisfying(WarningRaised.class, warning -> {
            assertThat(warning.left()).isEqualTo(UNTIL_WARNING);
            assertThat(warning.provisional()).isFalse();
        });
        operator().get("/v1/requests/" + id + "/clocks").then().body("clocks[0].warnings.state", contains("fired"));
    }
}
