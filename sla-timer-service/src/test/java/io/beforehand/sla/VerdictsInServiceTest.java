package io.beforehand.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.Priority;
import io.beforehand.events.RequestEvent.RequestChanged;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.RoutingEvent.RequestAssigned;
import io.beforehand.events.RoutingEvent.RequestTransferred;
import io.beforehand.messaging.retention.RetentionRule;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which clocks count, for how long, and to whom they are laid. */
@QuarkusTest
class VerdictsInServiceTest extends ReportTest {

    @Inject
    @Any
    Instance<RetentionRule> rules;

    @Test
    void aVerdictBelongsToWhoeverHadTheRequestThenEvenIfThatComesOutLater() {
        // Given
        String tier = policyFor(TEN_MINUTES);
        Instant at = hourAgo();
        String id = opened(tier, at);
        answered(id, at.plusSeconds(120));
        waitFor(id, "first-response", "ClockMet");
        assertThat(row(tier, Map.of("by", "policy,agent"))).containsEntry("agent", "");

        // When
        streams.tell(id, at.plusSeconds(60), new RequestAssigned("ada", "Ada", "billing", 1, Map.of(), "best-score"));
        streams.tell(id, at.plusSeconds(180), new RequestTransferred("ada", "bob", "Bob", "repair", null));

        // Then
        soon().untilAsserted(() -> assertThat(row(tier, Map.of("by", "policy,agent,team")))
                .containsEntry("agent", "ada")
                .containsEntry("team", "billing"));
    }

    @Test
    void whatTheRequestBecomesAfterwardsChangesNothing() {
        // Given
        String tier = policyFor(TEN_MINUTES);
        Instant at = hourAgo();
        String id = opened(tier, at);
        answered(id, at.plusSeconds(120));
        waitFor(id, "first-response", "ClockMet");

        // When
        streams.tell(id, at.plusSeconds(180), new RequestChanged(Priority.URGENT, null, null, "repair"));
        streams.tell(id, at.plusSeconds(240), status(RequestStatus.OPEN, RequestStatus.RESOLVED));
        streams.tell(id, at.plusSeconds(300), status(RequestStatus.RESOLVED, RequestStatus.OPEN));
        waitFor(id, "resolution", "ClockStarted");

        // Then
        assertThat(row(tier, Map.of("by", "policy,priority,team")))
                .containsEntry("priority", "standard")
                .containsEntry("team", "");
    }

    @Test
    void aBreachThatIsCorrectedCountsAsKept() {
        // Given
        String tier = policyFor(TEN_MINUTES);
        Instant at = hourAgo();
        String id = opened(tier, at);
        waitFor(id, "first-response", "DeadlineBreached");
        assertThat(row(tier, Map.of("by", "policy"))).containsEntry("breached", 1);

        // When
        answered(id, at.plusSeconds(300));
        waitFor(id, "first-response", "OutcomeCorrected");

        // Then
        soon().untilAsserted(() -> assertThat(row(tier, Map.of("by", "policy")))
                .containsEntry("met", 1)
                .containsEntry("breached", 0)
                .containsEntry("p50", 300.0f));
    }

    @Test
    void aBreachThatIsCorrectedToAPauseDoesNotCountAnyMore() {
        // Given
        String tier = policyFor(TEN_MINUTES);
        Instant at = hourAgo();
        String id = opened(tier, at);
        waitFor(id, "first-response", "DeadlineBreached");
        assertThat(row(tier, Map.of("by", "policy"))).containsEntry("breached", 1);

        // When
        streams.tell(id, at.plusSeconds(300), status(RequestStatus.OPEN, RequestStatus.PENDING));
        waitFor(id, "first-response", "OutcomeCorrected");

        // Then
        soon().untilAsserted(
                        () -> assertThat(rows(tier, Map.of("by", "policy"))).isEmpty());
    }

    @Test
    void aCancelledClockDoesNotCount() {
        // Given
        String tier = policyFor("{first-response: {within: 10m}, resolution: {within: 1h}}");
        Instant at = hourAgo();
        String id = opened(tier, at);

        // When
        streams.tell(id, at.plusSeconds(60), status(RequestStatus.OPEN, RequestStatus.RESOLVED));
        waitFor(id, "first-response", "ClockCancelled");

        // Then
        assertThat(row(tier, Map.of("by", "policy,metric")))
                .containsEntry("metric", "resolution")
                .containsEntry("count", 1);
    }

    @Test
    void aVerdictOutlivesItsRequestAndGoesByItsOwnAge() {
        // Given
        String tier = policyFor("{resolution: {within: 1h}}");
        Instant at = hourAgo();
        String id = opened(tier, at);
        streams.tell(id, at.plusSeconds(60), status(RequestStatus.OPEN, RequestStatus.RESOLVED));
        waitFor(id, "resolution", "ClockMet");

        // When
        follow("request");

        // Then
        operator().get("/v1/requests/" + id + "/clocks").then().statusCode(404);
        assertThat(row(tier, Map.of("by", "policy"))).containsEntry("count", 1);

        // When
        follow("verdict");

        // Then
        assertThat(rows(tier, Map.of("by", "policy"))).isEmpty();
    }

    private void follow(String table) {
        RetentionRule rule = rules.stream()
                .filter(each -> each.table().equals(table))
                .findFirst()
                .orElseThrow();
        int deleted;
        do {
            deleted = wait(pool.preparedQuery(rule.delete())
                            .execute(Tuple.of(OffsetDateTime.now(ZoneOffset.UTC).plusDays(1), 1000)))
                    .rowCount();
        } while (deleted > 0);
    }
}
