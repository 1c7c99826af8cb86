package io.beforehand.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.Customer;
import io.beforehand.events.Owner;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestEvent.CustomerForgotten;
import io.beforehand.events.RequestEvent.CustomerMerged;
import io.beforehand.events.RequestEvent.RequestChanged;
import io.beforehand.events.RequestStatus;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Forgetting a customer erases who he was and changes no measure. */
@QuarkusTest
class ForgettingInServiceTest extends ReportTest {

    @Test
    void nothingOfHimIsLeftAndTheReportIsTheSame() {
        // Given
        String tier = policyFor("{first-response: {within: 10m}, resolution: {within: 4h}}");
        Instant at = hourAgo();
        String kept = opened(tier, at);
        answered(kept, at.plusSeconds(120));
        streams.tell(kept, at.plusSeconds(180), status(RequestStatus.OPEN, RequestStatus.RESOLVED));
        String broken = opened(tier, at);
        streams.tell(broken, at.plusSeconds(60), new CustomerMerged("u1", new Customer("u2", "Lin", null, null, null)));
        streams.tell(broken, at.plusSeconds(90), new RequestChanged(Priority.HIGH, tier, null, null));
        waitFor(kept, "resolution", "ClockMet");
        waitFor(broken, "first-response", "DeadlineBreached");
        soon().untilAsserted(() ->
                assertThat(rows(tier, Map.of("by", "policy,metric"))).hasSize(2));
        List<Map<String, Object>> before = rows(tier, Map.of("by", "policy,metric"));
        assertThat(traces(kept) + traces(broken)).isNotZero();

        // When
        streams.tell(kept, databaseTime(), new CustomerForgotten("forgotten-1"));
        streams.tell(broken, databaseTime(), new CustomerForgotten("forgotten-1"));

        // Then
        soon().untilAsserted(() -> assertThat(traces(kept) + traces(broken)).isZero());
        assertThat(rows(tier, Map.of("by", "policy,metric"))).isEqualTo(before);
        assertThat(number("SELECT count(*) FROM request WHERE customer = 'forgotten-1' AND id IN ('%s', '%s')"
                        .formatted(kept, broken)))
                .isEqualTo(2);
    }

    @Test
    void whatWasSetAsideOfHisRequestsGoesToo() {
        // Given
        String id = opened(policyFor(TEN_MINUTES), hourAgo());
        waitFor(id, "first-response", "ClockStarted");
        wait(pool.query("""
                        INSERT INTO dead_letter (origin, topic, partition, request_id, headers, value, reason)
                        VALUES ('listener', '%s', 0, '%s', '{}', 'what he wrote', 'test')""".formatted(Owner.REQUESTS.topic(), id)).execute());

        // When
        streams.tell(id, databaseTime(), new CustomerForgotten("forgotten-2"));

        // Then
        soon().untilAsserted(
                        () -> assertThat(number("SELECT count(*) FROM dead_letter WHERE request_id = '" + id + "'"))
                                .isZero());
    }

    /** In how many rows he is named. */
    private long traces(String id) {
        return number("""
                SELECT (SELECT count(*) FROM request WHERE id = '%1$s' AND customer IN ('u1', 'u2'))
                     + (SELECT count(*) FROM history WHERE request_id = '%1$s' AND traits ->> 'customer' IN ('u1', 'u2'))""".formatted(id));
    }

    private long number(String sql) {
        return wait(pool.query(sql).execute()).iterator().next().getLong(0);
    }
}
