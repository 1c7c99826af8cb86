package io.beforehand.routing;

import static io.beforehand.routing.testing.Office.operator;
import static io.beforehand.routing.testing.Office.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.beforehand.events.ClockRef;
import io.beforehand.events.Metric;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestEvent.RequestChanged;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.RoutingEvent.RequestAssigned;
import io.beforehand.events.RoutingEvent.RequestQueued;
import io.beforehand.events.RoutingEvent.RequestReleased;
import io.beforehand.events.SlaEvent;
import io.beforehand.events.StreamEvent;
import io.beforehand.localstack.testing.LocalStackResource;
import io.beforehand.routing.testing.Bus;
import io.beforehand.routing.testing.EmptyTopics;
import io.beforehand.routing.testing.Office;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service on a real Kafka and a real PostgreSQL: what goes in on the topics, what comes out. */
@QuarkusTest
@WithTestResource(LocalStackResource.class)
@WithTestResource(EmptyTopics.class)
class AssigningTest {

    @Inject
    Scheduler scheduler;

    private static Bus bus;
    private Office office;

    @BeforeAll
    static void listen() {
        bus = new Bus(LocalStackResource.kafka().bootstrapServers());
    }

    @AfterAll
    static void hangUp() {
        bus.close();
    }

    @BeforeEach
    void openOffice() {
        office = Office.open(bus);
    }

    /** So that the mechanism is tried and not the safety net. */
    @BeforeEach
    void withoutTheSweep() {
        scheduler.pause();
    }

    @AfterEach
    void withTheSweep() {
        scheduler.resume();
    }

    @Test
    void anOpenedRequestGoesToTheBestOfThoseWhoAreThere() {
        // Given
        String ada = office.hire("ada", Map.of("chat", 3), Map.of("billing", 2));
        String ben = office.hire("ben", Map.of("chat", 3), Map.of("billing", 5));
        String cyn = office.hire("cyn", Map.of("chat", 3), Map.of("billing", 5));
        office.presence(ada, "available");
        office.presence(ben, "available");
        office.presence(cyn, "lunch");

        // When
        String request = office.chat(Priority.HIGH, "billing");

        // Then
        soon(() -> assertThat(bus.told(request, RequestAssigned.class)).hasSize(1));
        RequestAssigned assigned = bus.told(request, RequestAssigned.class).getFirst();
        assertThat(assigned.agentId()).isEqualTo(ben);
        assertThat(assigned.agentName()).isEqualTo("ben");
        assertThat(assigned.parts()).containsKeys("skill", "load", "language", "idle", "sticky");
        assertThat(assigned.parts().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(assigned.score(), org.assertj.core.data.Offset.offset(0.0001));
        office.assignment(request)
                .statusCode(200)
                .body("owner", is(ben))
                .body("state", is("assigned"))
                .body("why", is("best-score"))
                .body("parts", hasKey("skill"))
                .body("runnersUp.agentId", contains(ada))
                .body("history.event", contains("request-assigned"));
    }

    @Test
    void withNobodyThereItWaitsAndWhoeverComesGetsIt() {
        // Given
        String ada = office.hire("ada", 1);
        String request = office.chat();
        soon(() -> assertThat(bus.told(request, RequestQueued.class)).hasSize(1));
        RequestQueued queued = bus.told(request, RequestQueued.class).getFirst();
        assertThat(queued.position()).isEqualTo(1);
        assertThat(queued.team()).isEqualTo(office.team());
        assertThat(queued.expectedWait()).isNull();
        office.assignment(request)
                .body("state", is("queued"))
                .body("why", is("nobody-there"))
                .body("owner", nullValue());

        // When
        office.presence(ada, "available");

        // Then
        soon(() -> assertThat(bus.told(request, RequestAssigned.class))
                .extracting(RequestAssigned::agentId)
                .containsExactly(ada));
        assertThat(bus.told(request)).extracting(StreamEvent::sequence).containsExactly(1L, 2L);
    }

    @Test
    void whoeverIsFreeAgainGetsTheMostUrgentOfThoseWhoWait() {
        // Given
        String ada = office.hire("ada", 1);
        office.presence(ada, "available");
        String first = office.chat();
        soon(() -> office.assignment(first).body("owner", is(ada)));
        String standard = office.chat(Priority.STANDARD, null);
        String urgent = office.chat(Priority.URGENT, null);
        soon(() -> assertThat(bus.told(urgent, RequestQueued.class)).hasSize(1));
        soon(() -> assertThat(bus.told(standard, RequestQueued.class)).hasSize(1));
        operator()
                .get("/v1/queue?team={team}", office.team())
                .then()
                .statusCode(200)
                .body("items.requestId", contains(urgent, standard))
                .body("items.position", contains(1, 2));

        // When
        office.status(first, 2, RequestStatus.OPEN, RequestStatus.RESOLVED);

        // Then
        soon(() -> assertThat(bus.told(first, RequestReleased.class))
                .containsExactly(new RequestReleased(ada, "resolved")));
        soon(() -> office.assignment(urgent).body("owner", is(ada)));
        office.assignment(standard).body("state", is("queued")).body("why", is("all-busy"));
        office.assignment(first).body("state", is("ended")).body("why", is("resolved"));
    }

    @Test
    void slackToTheDeadlineComesBeforeAge() {
        // Given
        String older = office.chat();
        String dueSooner = office.chat();
        Instant due = Instant.now().plus(Duration.ofMinutes(10));
        SlaEvent started = new SlaEvent.ClockStarted(
                ClockRef.of(dueSooner, Metric.FIRST_RESPONSE, 1),
                Instant.now(),
                due,
                Duration.ofHours(1),
                "p",
                1,
                "c",
                1);

        // When
        office.send(dueSooner, 1, started);

        // Then
        soon(() -> operator()
                .get("/v1/queue?team={team}", office.team())
                .then()
                .body("items.requestId", contains(dueSooner, older)));
    }

    @Test
    void ofManyWhoWantTheLastPlaceExactlyOneGetsIt() throws Exception {
        // Given
        String ada = office.hire("ada", 1);
        List<String> requests = java.util.stream.IntStream.range(0, 8)
                .mapToObj(_ -> office.chat())
                .toList();
        requests.forEach(request ->
                soon(() -> assertThat(bus.told(request, RequestQueued.class)).hasSize(1)));
        List<Callable<Integer>> calls = requests.stream()
                .<Callable<Integer>>map(request -> () -> office.command(request, "assign", Map.of("agentId", ada))
                        .extract()
                        .statusCode())
                .toList();

        // When
        List<Integer> answers = new java.util.ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            for (Future<Integer> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }

        // Then
        assertThat(answers).containsOnlyOnce(200).contains(409);
        operator().get("/v1/agents/{id}", ada).then().body("load", is(1.0f));
        assertThat(requests.stream()
                        .filter(request ->
                                !bus.told(request, RequestAssigned.class).isEmpty()
                                        || "assigned"
                                                .equals(office.assignment(request)
                                                        .extract()
                                                        .path("state"))))
                .hasSize(1);
    }

    @Test
    void whatComesTwiceOrTooEarlyHasItsEffectOnce() {
        // Given
        String ada = office.hire("ada", 3);
        office.presence(ada, "available");
        String request = UUID.randomUUID().toString();

        // When
        office.send(request, 2, new RequestChanged(Priority.URGENT, null, null, office.team()));
        office.status(request, 3, RequestStatus.OPEN, RequestStatus.PENDING);
        bus.send(office.opening(request, Priority.STANDARD, null));
        bus.send(office.opening(request, Priority.STANDARD, null));
        office.status(request, 3, RequestStatus.OPEN, RequestStatus.PENDING);

        // Then
        soon(() -> office.assignment(request).body("owner", is(ada)));
        String next = office.chat();
        soon(() -> office.assignment(next).body("owner", is(ada)));
        soon(() -> assertThat(bus.told(request)).hasSize(1));
        operator().get("/v1/agents/{id}", ada).then().body("load", is(2 / 3f));
    }

    @Test
    void pendingKeepsItAndReopenedItComesBackToWhoHadIt() {
        // Given
        String ada = office.hire("ada", 2);
        office.presence(ada, "available");
        String request = office.chat();
        soon(() -> office.assignment(request).body("owner", is(ada)));
        String ben = office.hire("ben", Map.of("chat", 9), Map.of());
        office.presence(ben, "available");

        // When
        office.status(request, 2, RequestStatus.OPEN, RequestStatus.PENDING);
        office.status(request, 3, RequestStatus.PENDING, RequestStatus.RESOLVED);
        office.status(request, 4, RequestStatus.RESOLVED, RequestStatus.OPEN);

        // Then
        soon(() -> assertThat(bus.told(request, RequestAssigned.class)).hasSize(2));
        office.assignment(request).body("owner", is(ada)).body("why", is("had-it-before"));
        assertThat(bus.told(request, RequestReleased.class)).containsExactly(new RequestReleased(ada, "resolved"));
    }

    @Test
    void moreCapacityIsUsedAtOnce() {
        // Given
        String ada = office.hire("ada", 1);
        office.presence(ada, "available");
        String first = office.chat();
        soon(() -> office.assignment(first).body("owner", is(ada)));
        String second = office.chat();
        soon(() -> assertThat(bus.told(second, RequestQueued.class)).hasSize(1));

        // When
        office.edit(ada, "ada", Map.of("chat", 2), Map.of());

        // Then
        soon(() -> office.assignment(second).body("owner", is(ada)));
        operator().get("/v1/agents/{id}", ada).then().body("load", is(1.0f));
    }

    @Test
    void whoIsAwayKeepsWhatHeHasAndGetsNothingNew() {
        // Given
        String ada = office.hire("ada", 3);
        office.presence(ada, "available");
        String held = office.chat();
        soon(() -> office.assignment(held).body("owner", is(ada)));

        // When
        office.presence(ada, "lunch");
        String next = office.chat();

        // Then
        soon(() -> assertThat(bus.told(next, RequestQueued.class)).hasSize(1));
        office.assignment(held).body("owner", is(ada));
    }

    @Test
    void theQueueSaysHowLongItTakesOnceThereIsHistory() {
        // Given
        String category = "history-" + UUID.randomUUID();
        String ada = office.hire("ada", 1);
        office.presence(ada, "available");
        String first = office.chat(Priority.STANDARD, category);
        soon(() -> office.assignment(first).body("owner", is(ada)));
        office.status(first, 2, RequestStatus.OPEN, RequestStatus.CLOSED);
        String second = office.chat(Priority.STANDARD, category);
        soon(() -> office.assignment(second).body("owner", is(ada)));

        // When
        String third = office.chat(Priority.STANDARD, category);

        // Then
        soon(() -> assertThat(bus.told(third, RequestQueued.class)).hasSize(1));
        assertThat(bus.told(third, RequestQueued.class).getFirst().expectedWait())
                .isNotNull();
    }

    @Test
    void aRuleKeepsARequestFromWhoLacksTheSkillAndItsChangeActsOnWhatWaits() {
        // Given
        String category = "refund-" + UUID.randomUUID();
        rule(category, 3);
        String ada = office.hire("ada", Map.of("chat", 3), Map.of("billing", 2));
        office.presence(ada, "available");
        String request = office.chat(Priority.URGENT, category);
        soon(() -> assertThat(bus.told(request, RequestQueued.class)).hasSize(1));
        office.assignment(request).body("why", is("nobody-suitable")).body("obstacles.'skill-missing'", is(1));

        // When
        rule(category, 2);

        // Then
        soon(() -> office.assignment(request).body("owner", is(ada)));
    }

    private static void rule(String category, int level) {
        operator()
                .body(Map.of("rules", List.of(Map.of("category", category, "skills", Map.of("billing", level)))))
                .put("/v1/routing-rules")
                .then()
                .statusCode(200);
    }
}
