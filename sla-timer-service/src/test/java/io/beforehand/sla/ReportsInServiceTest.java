package io.beforehand.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.beforehand.events.AuthorKind;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestEvent.RequestChanged;
import io.beforehand.events.RequestEvent.StatusChanged;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.RoutingEvent.RequestAssigned;
import io.beforehand.events.RoutingEvent.RequestTransferred;
import io.beforehand.events.Visibility;
import io.beforehand.messaging.retention.RetentionRule;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Attainment over HTTP; each test has a policy of its own to find its rows by. */
@QuarkusTest
class ReportsInServiceTest extends ServiceTest {

    private static final String TEN_MINUTES = "{first-response: {within: 10m}}";

    @Inject
    @Any
    Instance<RetentionRule> rules;

    @Test
    void promisesAreCountedByHowTheyCameOutAndTimedWhereTheyWereFulfilled() {
        // Given one answered in time, one late and one not at all
        String tier = policyFor(TEN_MINUTES);
        Instant at = hourAgo();
        String inTime = opened(tier, at);
        String late = opened(tier, at);
        String never = opened(tier, at);
        answered(inTime, at.plusSeconds(120));
        answered(late, at.plusSeconds(1200));
        waitFor(inTime, "first-response", "ClockMet");
        waitFor(late, "first-response", "ClockMet");
        waitFor(never, "first-response", "DeadlineBreached");

        // When
        Map<String, Object> row =
                row(tier, Map.of("by", "policy,metric", "within", "15m", "target", "95", "metric", "first-response"));

        // Then
        assertThat(row)
                .containsEntry("metric", "first-response")
                .containsEntry("count", 3)
                .containsEntry("met", 1)
                .containsEntry("breached", 2)
                .containsEntry("waived", 0)
                .containsEntry("timed", 2)
                .containsEntry("averageSeconds", 660.0f)
                .containsEntry("p50", 120.0f)
                .containsEntry("p90", 1200.0f)
                .containsEntry("p95", 1200.0f)
                .containsEntry("withinShare", 0.3333f)
                .containsEntry(
                        "errorBudget",
                        Map.of("target", 95.0f, "allowed", 0.15f, "used", 2, "left", -1.85f, "burnRate", 13.3333f));
    }

    @Test
    void totalsAreOfAllRowsTogether() {
        // Given
        String tier = policyFor(TEN_MINUTES);
        Instant at = hourAgo();
        String one = opened(tier, at);
        answered(one, at.plusSeconds(60));
        waitFor(one, "first-response", "ClockMet");

        // When
        var report = operator()
                .queryParam("by", "policy,channel,priority")
                .get("/v1/reports/attainment")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then
        List<Integer> counts = report.getList("rows.count");
        assertThat(report.getInt("totals.count"))
                .isEqualTo(counts.stream().mapToInt(Integer::intValue).sum());
        assertThat(report.getFloat("totals.p50")).isPositive();
    }

    @Test
    void whatPausedDoesNotCountIntoTheTime() {
        // Given
        String tier = policyFor(TEN_MINUTES);
        Instant at = hourAgo();
        String id = opened(tier, at);
        streams.tell(id, at.plusSeconds(60), status(RequestStatus.OPEN, RequestStatus.PENDING));
        streams.tell(id, at.plusSeconds(1860), status(RequestStatus.PENDING, RequestStatus.OPEN));
        answered(id, at.plusSeconds(1920));
        waitFor(id, "first-response", "ClockMet");

        // When and Then
        assertThat(row(tier, Map.of("by", "policy"))).containsEntry("p50", 120.0f);
    }

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
    void aVerdictLiesInTheDayOfTheZoneThatIsAskedFor() {
        // Given an answer twenty minutes before midnight in Greenwich
        String tier = policyFor(TEN_MINUTES);
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(3);
        Instant at = day.atTime(23, 35).toInstant(ZoneOffset.UTC);
        String id = opened(tier, at);
        answered(id, at.plusSeconds(300));
        waitFor(id, "first-response", "ClockMet");

        // When and Then
        assertThat(row(tier, Map.of("by", "policy,day"))).containsEntry("day", day.toString());
        assertThat(row(tier, Map.of("by", "policy,day,hour", "zone", "Asia/Shanghai")))
                .containsEntry("day", day.plusDays(1).toString())
                .containsEntry("hour", day.plusDays(1) + "T07:00+08:00");
        assertThat(row(
                        tier,
                        Map.of(
                                "by",
                                "policy",
                                "from",
                                day.toString(),
                                "to",
                                day.plusDays(1).toString())))
                .containsEntry("count", 1);
        assertThat(rows(tier, Map.of("by", "policy", "from", day.plusDays(1).toString())))
                .isEmpty();
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

    @Test
    void everythingThatIsWrongWithAQuestionIsSaidAtOnce() {
        operator()
                .queryParam("from", "yesterday")
                .queryParam("by", "policy,colour")
                .queryParam("target", "200")
                .queryParam("within", "soon")
                .queryParam("zone", "+02:00")
                .queryParam("metric", "FIRST")
                .queryParam("group", "team")
                .get("/v1/reports/attainment")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-field"))
                .body(
                        "problems.field",
                        containsInAnyOrder("from", "by", "target", "within", "zone", "metric", "group"));
        operator()
                .queryParam("from", "2026-10-02")
                .queryParam("to", "2026-10-01")
                .get("/v1/reports/attainment")
                .then()
                .statusCode(400)
                .body("field", equalTo("to"));
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

    private Instant hourAgo() {
        return databaseTime().minus(Duration.ofHours(1));
    }

    private static String opened(String tier, Instant at) {
        String id = newRequestId();
        streams.tell(id, at, opening(Priority.STANDARD, tier));
        return id;
    }

    private static void answered(String id, Instant at) {
        streams.tell(id, at, reply(AuthorKind.AGENT, Visibility.PUBLIC));
    }

    private static Map<String, Object> row(String policy, Map<String, String> question) {
        assertThat(rows(policy, question)).hasSize(1);
        return rows(policy, question).getFirst();
    }

    private static List<Map<String, Object>> rows(String policy, Map<String, String> question) {
        List<Map<String, Object>> rows = operator()
                .queryParams(new HashMap<>(question))
                .get("/v1/reports/attainment")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("rows");
        return rows.stream().filter(row -> policy.equals(row.get("policy"))).toList();
    }

    private static StatusChanged status(RequestStatus from, RequestStatus to) {
        return new StatusChanged(from, to, null, null);
    }
}
