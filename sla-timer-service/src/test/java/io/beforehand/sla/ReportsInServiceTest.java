package io.beforehand.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.beforehand.events.RequestStatus;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Attainment over HTTP. */
@QuarkusTest
class ReportsInServiceTest extends ReportTest {

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
}
