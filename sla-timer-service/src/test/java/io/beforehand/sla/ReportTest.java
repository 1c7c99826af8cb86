package io.beforehand.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.AuthorKind;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestEvent.StatusChanged;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the tests of reports share; each has a policy of its own to find its rows by. */
abstract class ReportTest extends ServiceTest {

    static final String TEN_MINUTES = "{first-response: {within: 10m}}";

    Instant hourAgo() {
        return databaseTime().minus(Duration.ofHours(1));
    }

    static String opened(String tier, Instant at) {
        String id = newRequestId();
        streams.tell(id, at, opening(Priority.STANDARD, tier));
        return id;
    }

    static void answered(String id, Instant at) {
        streams.tell(id, at, reply(AuthorKind.AGENT, Visibility.PUBLIC));
    }

    static Map<String, Object> row(String policy, Map<String, String> question) {
        assertThat(rows(policy, question)).hasSize(1);
        return rows(policy, question).getFirst();
    }

    static List<Map<String, Object>> rows(String policy, Map<String, String> question) {
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

    static StatusChanged status(RequestStatus from, RequestStatus to) {
        return new StatusChanged(from, to, null, null);
    }
}
