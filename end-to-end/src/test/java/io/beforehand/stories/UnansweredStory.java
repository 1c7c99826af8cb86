package io.beforehand.stories;

import static io.beforehand.localstack.Service.INTAKE;
import static io.beforehand.localstack.Service.NOTIFICATION;
import static io.beforehand.localstack.Service.SLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Undisturbed
class UnansweredStory {

    private static final Duration WITHIN = Beforehand.BETWEEN_PAGES.multipliedBy(3);

    @Test
    void aRequestThatNobodyAnswersIsWarnedAboutThenBreachedAndOnCallHearsOfBoth(Beforehand beforehand) {
        // Given a promise that is soon broken, but not before on call may be paged again after a page about another
        // request
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
                        Map.of("first-response", Map.of("within", WITHIN.toSeconds() + "s", "warn", List.of("10%")))));

        // When
        String requestId = beforehand.post(
                "unanswered-1",
                "io.beforehand.message.received",
                Beforehand.message("unanswered", "Anybody?", Map.of("category", "impatient")));

        // Then on call hears of the danger while there is time
        String number = beforehand.get(INTAKE, "/v1/requests/" + requestId).getString("number");
        await().atMost(WITHIN).until(() -> pages(beforehand, number).size() == 1);
        JsonPath clock = firstResponse(beforehand, requestId);
        assertThat(clock.getString("state")).isEqualTo("running");
        assertThat(clock.getString("warnings[0].state")).isEqualTo("fired");

        // And then that it is broken
        await().atMost(WITHIN.plus(Beforehand.SOON)).until(() -> "breached"
                .equals(firstResponse(beforehand, requestId).getString("state")));
        await().atMost(Beforehand.SOON).untilAsserted(() -> assertThat(
                        beforehand.get(NOTIFICATION, "/v1/alerts?state=open").getList("items.level", String.class))
                .contains("breach"));
        await().atMost(Beforehand.BETWEEN_PAGES.plus(Beforehand.SOON))
                .until(() -> pages(beforehand, number).size() == 2);
        assertThat(pages(beforehand, number).getLast().getString("level")).isEqualTo("breach");
    }

    private static JsonPath firstResponse(Beforehand beforehand, String requestId) {
        JsonPath clocks = beforehand.get(SLA, "/v1/requests/" + requestId + "/clocks");
        clocks.setRootPath("clocks.find { it.metric == 'first-response' }");
        return clocks;
    }

    /** Those that name the request, whatever else they tell of. */
    private static List<JsonPath> pages(Beforehand beforehand, String number) {
        return beforehand.stack().sink().accepted(Beforehand.ON_CALL).stream()
                .map(page -> JsonPath.from(page.body()))
                .filter(page -> page.getList("requests", String.class).contains(number))
                .toList();
    }
}
