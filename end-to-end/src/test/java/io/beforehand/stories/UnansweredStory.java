package io.beforehand.stories;

import static io.beforehand.localstack.Service.NOTIFICATION;
import static io.beforehand.localstack.Service.SLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Undisturbed
class UnansweredStory {

    @Test
    void aRequestThatNobodyAnswersIsWarnedAboutThenBreachedAndOnCallHearsOfBoth(Beforehand beforehand) {
        // Given a promise that is soon broken, and nobody on call who was paged a moment ago
        awaitQuietOnCall(beforehand);
        beforehand.put(
                SLA,
                "/v1/policies/impatient",
                Map.of(
                        "id",
                        "impatient",
                        "when",
                        Map.of("category", List.of("impatient")),
                        "calendar",
                        "always",
                        "goals",
                        Map.of("first-response", Map.of("within", "4s", "warn", List.of("50%")))));

        // When
        String requestId = beforehand.post(
                "unanswered-1",
                "io.beforehand.message.received",
                Beforehand.message("unanswered", "Anybody?", Map.of("category", "impatient")));

        // Then on call hears of the danger while there is time
        await().atMost(Duration.ofSeconds(8))
                .until(() -> levels(beforehand, requestId).contains("warning"));
        JsonPath clock = firstResponse(beforehand, requestId);
        assertThat(clock.getString("state")).isEqualTo("running");
        assertThat(clock.getString("warnings[0].state")).isEqualTo("fired");

        // And then that it is broken; the second page may have to wait a moment after the first
        await().atMost(Duration.ofSeconds(8)).until(() -> "breached"
                .equals(firstResponse(beforehand, requestId).getString("state")));
        await().atMost(Duration.ofSeconds(8)).untilAsserted(() -> assertThat(
                        beforehand.get(NOTIFICATION, "/v1/alerts?state=open").getList("items.level", String.class))
                .contains("breach"));
        await().atMost(Beforehand.BETWEEN_PAGES.multipliedBy(2))
                .until(() -> levels(beforehand, requestId).contains("breach"));
        assertThat(levels(beforehand, requestId)).containsExactly("warning", "breach");
    }

    /** Returns when on call has heard of everything, and would hear of the next thing at once. */
    private static void awaitQuietOnCall(Beforehand beforehand) {
        await().atMost(Beforehand.BETWEEN_PAGES.multipliedBy(6))
                .until(() -> nothingIsUntold(beforehand) && nobodyWasPagedLately(beforehand));
    }

    private static boolean nothingIsUntold(Beforehand beforehand) {
        return beforehand
                .as(NOTIFICATION)
                .get("/q/metrics")
                .asString()
                .contains("\nbeforehand_alerts_oldest_untold_age_seconds 0.0");
    }

    private static boolean nobodyWasPagedLately(Beforehand beforehand) {
        Instant before = Instant.now().minus(Beforehand.BETWEEN_PAGES);
        return beforehand.stack().sink().accepted(Beforehand.ON_CALL).stream()
                .allMatch(page -> page.receivedAt().isBefore(before));
    }

    private static JsonPath firstResponse(Beforehand beforehand, String requestId) {
        JsonPath clocks = beforehand.get(SLA, "/v1/requests/" + requestId + "/clocks");
        clocks.setRootPath("clocks.find { it.metric == 'first-response' }");
        return clocks;
    }

    private static List<String> levels(Beforehand beforehand, String requestId) {
        return beforehand.delivered(Beforehand.ON_CALL, requestId).stream()
                .map(delivery -> JsonPath.from(delivery.body()).getString("level"))
                .toList();
    }
}
