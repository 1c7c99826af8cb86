package io.beforehand.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beforehand.events.AlertLevel;
import io.beforehand.events.NotificationEvent.AlertAcknowledged;
import io.beforehand.events.NotificationEvent.AlertRaised;
import io.beforehand.events.NotificationEvent.AlertResolved;
import io.beforehand.events.RequestEvent.PageAnswered;
import io.beforehand.events.TraceContext;
import io.beforehand.localstack.WebhookSink.Answer;
import io.beforehand.localstack.testing.LocalStackResource;
import io.beforehand.notification.testing.Database;
import io.beforehand.notification.testing.Examples;
import io.beforehand.notification.testing.OutsideWorld;
import io.beforehand.notification.testing.Stage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@QuarkusTest
@WithTestResource(LocalStackResource.class)
@WithTestResource(OutsideWorld.class)
class PagingTest {

    /** How intake reads the key. */
    private static final Pattern PAGE_KEY =
            Pattern.compile("beforehand:(UUID):(UUID)".replace("UUID", "[0-9a-f-]{36}"));

    private static final Instant DUE = Instant.now().plusSeconds(900);

    @RegisterExtension
    static final Stage stage = new Stage();

    @Test
    void aWarningPagesOnCallAtOnceAndABreachInTheNextMinute() {
        // Given
        stage.onCall("/on-call");
        String requestId = stage.open("web", "nobody");

        // When
        stage.bus().send(requestId, Examples.warning(requestId, DUE));
        JsonPath first = page(stage.awaitAccepted("/on-call", 1).getFirst().body());
        stage.bus().send(requestId, Examples.breach(requestId, DUE));
        await().atMost(Stage.SOON)
                .until(() -> alerts(requestId).getString("level").equals("[breach]"));
        Database.ahead(Duration.ofSeconds(61));

        // Then
        JsonPath second = page(stage.awaitAccepted("/on-call", 2).getLast().body());
        assertThat(first.getMap("$")).containsEntry("level", "warning").containsEntry("requestId", requestId);
        assertThat(second.getMap("$")).containsEntry("level", "breach").containsEntry("count", 1);
        assertThat(second.getString("alertId")).isEqualTo(first.getString("alertId"));
        String alertId = first.getString("alertId");
        await().atMost(Stage.SOON).untilAsserted(() -> assertThat(stage.bus().told(requestId, AlertRaised.class))
                .containsExactly(
                        new AlertRaised(alertId, "warning:first-response", AlertLevel.WARNING),
                        new AlertRaised(alertId, "breach:first-response", AlertLevel.BREACH)));
        await().atMost(Stage.SOON).untilAsserted(() -> {
            assertThat(alerts(requestId).getList("notifications[0].state")).containsExactly("sent", "sent");
            assertThat(stage.deliveries(requestId).getList("deliveries.kind", String.class))
                    .containsExactly("acknowledgement", "alert", "alert");
        });
    }

    @Test
    void fiveHundredBreachesAreOnePageAndADigestAndAllOfThemAreListed() {
        // Given
        stage.onCall("/storm");
        List<String> requestIds = IntStream.range(0, 500)
                .mapToObj(_ -> stage.open("web", "nobody"))
                .toList();

        // When
        stage.bus().send(requestIds.getFirst(), Examples.breach(requestIds.getFirst(), DUE));
        stage.awaitAccepted("/storm", 1);
        requestIds.stream().skip(1).forEach(id -> stage.bus().send(id, Examples.breach(id, DUE)));
        await().atMost(Stage.SOON).until(() -> listed("open").containsAll(requestIds));
        assertThat(stage.accepted("/storm")).hasSize(1);
        Database.ahead(Duration.ofSeconds(61));
        stage.awaitAccepted("/storm", 2);
        Database.ahead(Duration.ofSeconds(122));

        // Then
        assertThat(stage.accepted("/storm"))
                .extracting(sent -> page(sent.body()).getInt("count"))
                .containsExactly(1, 499);
        assertThat(Database.value("SELECT count(*) FROM alert_notice")).isEqualTo("0");
        await().during(Duration.ofSeconds(2))
                .atMost(Stage.SOON)
                .until(() -> stage.accepted("/storm").size() == 2);
    }

    @Test
    void afterAnOutageOnePageTellsOfAllThatNoneDid() {
        // Given
        stage.onCall("/outage");
        AtomicBoolean up = new AtomicBoolean();
        stage.sink().answer("/outage", _ -> Answer.status(up.get() ? 204 : 500));
        String first = stage.open("web", "nobody");
        stage.bus().send(first, Examples.breach(first, DUE));
        await().atMost(Stage.SOON).until(() -> pageStates(first).equals(List.of("failed")));
        Database.putRetriesOff(Duration.ofMinutes(10));

        // When
        Database.ahead(Duration.ofSeconds(4));
        String second = stage.open("web", "nobody");
        stage.bus().send(second, Examples.breach(second, DUE));
        await().atMost(Stage.SOON).until(() -> listed("open").contains(second));
        up.set(true);
        Database.ahead(Duration.ofSeconds(61));

        // Then
        JsonPath page = page(stage.awaitAccepted("/outage", 1).getFirst().body());
        assertThat(page.getInt("count")).isEqualTo(2);
        await().atMost(Stage.SOON).untilAsserted(() -> {
            assertThat(pageStates(first)).containsExactly("sent", "superseded");
            assertThat(alerts(first).getList("notifications[0].state")).containsExactly("sent");
            assertThat(alerts(second).getList("notifications[0].state")).containsExactly("sent");
        });
        await().during(Duration.ofSeconds(1))
                .atMost(Stage.SOON)
                .until(() -> stage.accepted("/outage").size() == 1);
    }

    @Test
    void aPageThatArrivedLateHoldsTheNextOneBackForAMinute() {
        // Given
        stage.onCall("/recovers");
        AtomicBoolean up = new AtomicBoolean();
        stage.sink().answer("/recovers", _ -> Answer.status(up.get() ? 204 : 500));
        String first = stage.open("web", "nobody");
        stage.bus().send(first, Examples.breach(first, DUE));
        await().atMost(Stage.SOON).until(() -> pageStates(first).equals(List.of("failed")));
        Database.putRetriesOff(Duration.ofMinutes(10));
        up.set(true);
        Database.ahead(Duration.ofMinutes(11));
        stage.awaitAccepted("/recovers", 1);
        await().atMost(Stage.SOON).until(() -> pageStates(first).equals(List.of("sent")));

        // When
        String second = stage.open("web", "nobody");
        stage.bus().send(second, Examples.breach(second, DUE));
        await().atMost(Stage.SOON).until(() -> listed("open").contains(second));
        Database.ahead(Duration.ofMinutes(11).plusSeconds(20));

        // Then
        await().during(Duration.ofSeconds(1)).atMost(Stage.SOON).until(() -> pageStates(second)
                .equals(List.of("pending")));
        assertThat(stage.accepted("/recovers")).hasSize(1);
        Database.ahead(Duration.ofMinutes(11).plusSeconds(70));
        stage.awaitAccepted("/recovers", 2);
    }

    @Test
    void whatIsAcknowledgedIsNotToldAgainAndSaidToOthersInTheTraceOfTheCall() {
        // Given
        TraceContext call = TraceContext.start();
        stage.onCall("/acknowledged");
        String requestId = stage.open("web", "nobody");
        stage.bus().send(requestId, Examples.warning(requestId, DUE));
        String alertId =
                page(stage.awaitAccepted("/acknowledged", 1).getFirst().body()).getString("alertId");

        // When
        Stage.operator()
                .contentType("application/json")
                .header("traceparent", call.traceparent())
                .body("{\"by\":\"Bo\"}")
                .post("/v1/alerts/" + alertId + "/acknowledge")
                .then()
                .statusCode(200);
        stage.bus().send(requestId, Examples.warning(requestId, DUE));
        await().atMost(Stage.SOON)
                .until(() -> alerts(requestId).getString("count").equals("[2]"));

        // Then
        assertThat(alerts(requestId).getList("state")).containsExactly("acknowledged");
        assertThat(Database.value("SELECT count(*) FROM alert_notice")).isEqualTo("0");
        await().atMost(Stage.SOON).untilAsserted(() -> assertThat(stage.bus().told(requestId, AlertAcknowledged.class))
                .containsExactly(new AlertAcknowledged(alertId, "Bo")));
        assertThat(stage.bus().told(requestId))
                .filteredOn(told -> told.event() instanceof AlertAcknowledged)
                .extracting(told -> told.trace().traceparent().substring(0, 35))
                .containsExactly(call.traceparent().substring(0, 35));
    }

    @Test
    void whoeverAnswersThePageInThePagingToolHasAcknowledgedTheAlert() {
        // Given
        stage.onCall("/paging-tool");
        String requestId = stage.open("web", "nobody");
        stage.bus().send(requestId, Examples.warning(requestId, DUE));
        String pageKey =
                page(stage.awaitAccepted("/paging-tool", 1).getFirst().body()).getString("pageKey");

        // When
        Matcher key = PAGE_KEY.matcher(pageKey);
        assertThat(key.matches()).as(pageKey).isTrue();
        stage.bus().send(key.group(1), new PageAnswered(key.group(2), "Bo"));

        // Then
        await().atMost(Stage.SOON).untilAsserted(() -> {
            assertThat(alerts(requestId).getList("state")).containsExactly("acknowledged");
            assertThat(stage.bus().told(requestId, AlertAcknowledged.class))
                    .containsExactly(new AlertAcknowledged(key.group(2), "Bo"));
        });
    }

    @Test
    void whatAnOperatorResolvesOrSilencesIsNotToldEvenIfItWasGoingToBe() {
        // Given
        String resolved = stage.open("web", "nobody");
        String silenced = stage.open("web", "nobody");
        List.of(resolved, silenced).forEach(id -> stage.bus().send(id, Examples.breach(id, DUE)));
        await().atMost(Stage.SOON).until(() -> listed("open").containsAll(List.of(resolved, silenced)));

        // When
        decide(resolved, "resolve");
        decide(silenced, "silence");

        // Then
        assertThat(alerts(resolved).getList("state")).containsExactly("resolved");
        assertThat(alerts(resolved).getList("note")).containsExactly("operator");
        assertThat(alerts(silenced).getList("state")).containsExactly("silenced");
        assertThat(Database.value("SELECT count(*) FROM alert_notice")).isEqualTo("0");
    }

    @Test
    void anAlertEndsByItselfWhenTheRequestIsAnswered() {
        // Given
        String requestId = stage.open("web", "nobody");
        stage.bus().send(requestId, Examples.warning(requestId, DUE));
        await().atMost(Stage.SOON)
                .until(() -> alerts(requestId).getList("state").size() == 1);

        // When
        stage.bus().send(requestId, Examples.met(requestId, DUE));

        // Then
        await().atMost(Stage.SOON)
                .until(() -> alerts(requestId).getString("state").equals("[resolved]"));
        assertThat(Database.value("SELECT count(*) FROM alert_notice")).isEqualTo("0");
        await().atMost(Stage.SOON).untilAsserted(() -> assertThat(stage.bus().told(requestId, AlertResolved.class))
                .extracting(AlertResolved::reason)
                .containsExactly("clock-met"));
    }

    @Test
    void whoeverIsPutOnCallHearsWhatNobodyWasTold() {
        // Given
        String requestId = stage.open("web", "nobody");
        stage.bus().send(requestId, Examples.breach(requestId, DUE));
        await().atMost(Stage.SOON)
                .until(() -> alerts(requestId).getList("state").size() == 1);

        // When
        stage.onCall("/late");

        // Then
        assertThat(page(stage.awaitAccepted("/late", 1).getFirst().body()).getString("requestId"))
                .isEqualTo(requestId);
    }

    @Test
    void alertsThatDoNotExistAndStatesThatDoNotAreRefused() {
        Stage.operator()
                .noContentType()
                .post("/v1/alerts/none/acknowledge")
                .then()
                .statusCode(404);
        Stage.operator()
                .contentType("application/json")
                .body("{\"by\":")
                .post("/v1/alerts/none/silence")
                .then()
                .statusCode(400);
        assertThat(Stage.operator()
                        .get("/v1/alerts?state=closed")
                        .then()
                        .statusCode(400)
                        .extract()
                        .jsonPath()
                        .getString("field"))
                .isEqualTo("state");
    }

    /** What became of the pages headed with the request; why, if they were suppressed. */
    private static List<String> pageStates(String requestId) {
        String states =
                Database.value("SELECT string_agg(s, ',' ORDER BY s) FROM (SELECT CASE state WHEN 'suppressed' THEN"
                        + " reason ELSE state END AS s FROM delivery WHERE kind = 'alert' AND request_id = '"
                        + requestId + "') AS p");
        return List.of(states.split(","));
    }

    private static void decide(String requestId, String decision) {
        String alertId = alerts(requestId).getString("id[0]");
        Stage.operator().post("/v1/alerts/" + alertId + "/" + decision).then().statusCode(200);
    }

    private static JsonPath page(String body) {
        return JsonPath.from(body);
    }

    /** The alerts of one request, as the list shows them. */
    private static JsonPath alerts(String requestId) {
        JsonPath all = JsonPath.from(Stage.operator()
                .get("/v1/alerts?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        all.setRootPath("items.findAll { it.requests.contains('" + requestId + "') }");
        return all;
    }

    /** The requests of all alerts in that state, page by page. */
    private static Set<String> listed(String state) {
        Set<String> requestIds = new HashSet<>();
        List<String> cursor = new ArrayList<>(List.of(""));
        while (!cursor.isEmpty()) {
            JsonPath page = Stage.operator()
                    .get("/v1/alerts?limit=200&state=" + state + cursor.removeFirst())
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            requestIds.addAll(page.getList("items.requests.flatten()", String.class));
            if (page.getString("next") != null) {
                cursor.add("&after=" + page.getString("next"));
            }
        }
        return requestIds;
    }
}
