package io.beforehand.stories;

import static io.beforehand.localstack.Service.NOTIFICATION;
import static io.beforehand.localstack.Service.SLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beforehand.stories.Topic.Told;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One outage of everything, database and broker as well, and two requests for whom moments passed in it. */
@Undisturbed
class OutageStory {

    /** Long enough after the start for what would come twice to come. */
    private static final Duration SETTLED = Beforehand.BETWEEN_PAGES.plusSeconds(5);

    private static String warned;
    private static String broken;
    private static Instant outageEnds;
    private static Instant backAgain;

    @BeforeAll
    static void everythingIsStoppedAcrossTheirDeadlines(Beforehand beforehand) {
        beforehand.put(SLA, "/v1/policies/warned", policy("warned", "1h", List.of("3580s before")));
        beforehand.put(SLA, "/v1/policies/broken", policy("broken", "24s", List.of("4s before")));
        Instant warning = Instant.now().plusSeconds(19);
        warned = beforehand.post("outage-1", "io.beforehand.message.received", message("outage-1", "warned"));
        broken = beforehand.post("outage-2", "io.beforehand.message.received", message("outage-2", "broken"));
        Instant breach = Instant.now().plusSeconds(25);
        for (String requestId : List.of(warned, broken)) {
            await().atMost(Beforehand.SOON)
                    .until(() -> "running".equals(OneRequestStory.state(beforehand, requestId, "first-response"))
                            && beforehand
                                            .delivered(Beforehand.CUSTOMERS, requestId)
                                            .size()
                                    == 1);
        }
        beforehand.stack().service(SLA).kill();
        assertThat(Instant.now()).as("stopped before anything was due").isBefore(warning);
        beforehand.stack().services().forEach(service -> service.kill());
        beforehand.stack().kafka().kill();
        beforehand.stack().postgres().kill();

        await().atMost(Beforehand.SOON.multipliedBy(2))
                .until(() -> Instant.now().isAfter(breach));
        outageEnds = Instant.now();
        beforehand.startAgain();
        backAgain = Instant.now();
    }

    @Test
    void aWarningThatFellDueMeanwhileIsRaisedOnceWithTheTimeThatIsLeft(Beforehand beforehand) {
        // When
        await().atMost(Beforehand.SOON).until(() -> onCallHeardOf(beforehand, warned) > 0);

        // Then
        assertThat(clock(beforehand, warned).getString("state")).isEqualTo("running");
        assertThat(clock(beforehand, warned).getList("warnings.state", String.class))
                .containsExactly("fired");
        await().atMost(Beforehand.SOON).until(() -> Instant.now().isAfter(backAgain.plus(SETTLED)));
        assertThat(onCallHeardOf(beforehand, warned)).isEqualTo(1);
        List<Told> alarms = alarms(beforehand, warned);
        assertThat(alarms).extracting(Told::event).containsExactly("warning-raised");
        assertThat(Duration.parse(alarms.getFirst().data().get("left").asText()))
                .as("honest after the outage")
                .isLessThan(Duration.ofMinutes(60).minusSeconds(15));
    }

    @Test
    void ofAWarningAndItsBreachThatFellDueMeanwhileOnlyTheBreachIsToldAndHowLateItIs(Beforehand beforehand) {
        // When
        await().atMost(Beforehand.SOON).until(() -> onCallHeardOf(beforehand, broken) > 0);

        // Then
        assertThat(clock(beforehand, broken).getString("state")).isEqualTo("breached");
        assertThat(clock(beforehand, broken).getList("warnings.state", String.class))
                .containsExactly("superseded");
        await().atMost(Beforehand.SOON).until(() -> Instant.now().isAfter(backAgain.plus(SETTLED)));
        assertThat(onCallHeardOf(beforehand, broken)).isEqualTo(1);
        List<Told> alarms = alarms(beforehand, broken);
        assertThat(alarms).extracting(Told::event).containsExactly("deadline-breached");
        Told breach = alarms.getFirst();
        assertThat(Duration.parse(breach.data().get("lateBy").asText()))
                .isPositive()
                .isGreaterThanOrEqualTo(Duration.between(
                        Instant.parse(breach.data().get("dueAt").asText()), outageEnds));
        assertThat(breach.data().path("provisional").asBoolean())
                .as("told before all was known")
                .isFalse();
    }

    @Test
    void nobodyIsAcknowledgedAgain(Beforehand beforehand) {
        // Then
        for (String requestId : List.of(warned, broken)) {
            assertThat(beforehand.delivered(Beforehand.CUSTOMERS, requestId)).hasSize(1);
        }
    }

    /** Pages that tell of the request's alert: one may be about several. */
    private static int onCallHeardOf(Beforehand beforehand, String requestId) {
        JsonPath alerts = beforehand.get(NOTIFICATION, "/v1/alerts?state=open");
        alerts.setRootPath("items.findAll { it.requests.contains('" + requestId + "') }");
        return alerts.getList("notifications.flatten().findAll { it.state in ['sent', 'delivered'] }")
                .size();
    }

    private static List<Told> alarms(Beforehand beforehand, String requestId) {
        return new Topic(beforehand, "beforehand.sla")
                .about(requestId).stream()
                        .filter(told -> !told.event().startsWith("clock-"))
                        .toList();
    }

    private static JsonPath clock(Beforehand beforehand, String requestId) {
        JsonPath clocks = beforehand.get(SLA, "/v1/requests/" + requestId + "/clocks");
        clocks.setRootPath("clocks.find { it.metric == 'first-response' }");
        return clocks;
    }

    private static Map<String, Object> message(String conversation, String category) {
        return Beforehand.message(conversation, "Anybody?", Map.of("category", category));
    }

    private static Map<String, Object> policy(String id, String within, List<String> warnings) {
        return Map.of(
                "id",
                id,
                "when",
                Map.of("category", List.of(id)),
                "calendar",
                "always",
                "goals",
                Map.of("first-response", Map.of("within", within, "warn", warnings)));
    }
}
