package io.beforehand.routing;

import static io.beforehand.routing.testing.Office.operator;
import static io.beforehand.routing.testing.Office.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.beforehand.events.Priority;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.RoutingEvent;
import io.beforehand.events.RoutingEvent.QueueMoved;
import io.beforehand.events.RoutingEvent.RequestAssigned;
import io.beforehand.events.RoutingEvent.RequestQueued;
import io.beforehand.events.RoutingEvent.RequestReleased;
import io.beforehand.events.RoutingEvent.RequestTransferred;
import io.beforehand.events.StreamEvent;
import io.beforehand.localstack.testing.LocalStackResource;
import io.beforehand.routing.testing.Bus;
import io.beforehand.routing.testing.EmptyTopics;
import io.beforehand.routing.testing.Office;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everybody does everything at once; afterwards the books must balance. */
@QuarkusTest
@WithTestResource(LocalStackResource.class)
@WithTestResource(EmptyTopics.class)
class RushHourTest {

    @Inject
    Scheduler scheduler;

    private static final int CHATS_EACH = 2;
    private static final int STEPS = 50;

    /** So that the mechanism is tried and not the safety net. */
    @BeforeEach
    void withoutTheSweep() {
        scheduler.pause();
    }

    @AfterEach
    void withTheSweep() {
        scheduler.resume();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void whateverHappensAtTheSameTimeTheBooksBalance(long seed) {
        try (Bus bus = new Bus(LocalStackResource.kafka().bootstrapServers())) {
            // Given
            Office office = Office.open(bus);
            List<String> agents = IntStream.range(0, 4)
                    .mapToObj(i -> office.hire("agent" + i, CHATS_EACH))
                    .toList();
            List<Desk> desks = IntStream.range(0, 4)
                    .mapToObj(i -> new Desk(office, agents, seed * 100 + i))
                    .toList();

            // When
            try (ExecutorService threads = Executors.newFixedThreadPool(desks.size())) {
                for (Future<?> day : desks.stream().map(threads::submit).toList()) {
                    assertThatCode(day::get).doesNotThrowAnyException();
                }
            }
            agents.forEach(agent -> office.presence(agent, "available"));

            // Then
            List<String> requests =
                    desks.stream().flatMap(desk -> desk.requests.stream()).toList();
            soon(() -> {
                Map<String, JsonPath> now = assignments(office, requests);
                List<String> owners = now.values().stream()
                        .map(RushHourTest::owner)
                        .filter(owner -> !owner.isEmpty())
                        .toList();
                List<String> waiting = requests.stream()
                        .filter(request -> waitsForAnybody(now.get(request)))
                        .toList();
                int free = agents.size() * CHATS_EACH - owners.size();
                assertThat(waiting.isEmpty() || free == 0)
                        .as("%s wait while %d places are free", waiting, free)
                        .isTrue();
                for (String agent : agents) {
                    int held = Collections.frequency(owners, agent);
                    assertThat(held).isLessThanOrEqualTo(CHATS_EACH);
                    assertThat(load(agent)).as("load of %s", agent).isEqualTo(held / (float) CHATS_EACH);
                }
                now.forEach((request, assignment) -> assertThat(ownerByEvents(bus.told(request)))
                        .as("owner of %s by what was told", request)
                        .isEqualTo(owner(assignment)));
            });
        }
    }

    private static Map<String, JsonPath> assignments(Office office, List<String> requests) {
        Map<String, JsonPath> assignments = new TreeMap<>();
        requests.forEach(request -> assignments.put(
                request, office.assignment(request).statusCode(200).extract().jsonPath()));
        return assignments;
    }

    private static String owner(JsonPath assignment) {
        String owner = assignment.getString("owner");
        return owner == null ? "" : owner;
    }

    /** Not one that waits because the only one who is free has just given it back. */
    private static boolean waitsForAnybody(JsonPath assignment) {
        return assignment.getString("state").equals("queued")
                && !assignment.getMap("obstacles").containsKey("just-gave-it-back");
    }

    private static float load(String agent) {
        return operator().get("/v1/agents/{id}", agent).then().extract().path("load");
    }

    /** Follows the stream, in which every step must fit the one before: no two owners, nothing missing, nothing twice. */
    private static String ownerByEvents(List<StreamEvent> told) {
        String owner = "";
        long sequence = 0;
        for (StreamEvent event : told) {
            assertThat(event.sequence()).isEqualTo(++sequence);
            owner = next(owner, (RoutingEvent) event.event());
        }
        return owner;
    }

    private static String next(String owner, RoutingEvent event) {
        return switch (event) {
            case RequestAssigned assigned -> {
                assertThat(owner).isEmpty();
                yield assigned.agentId();
            }
            case RequestTransferred transferred -> {
                assertThat(owner).isEqualTo(transferred.fromAgentId());
                yield transferred.toAgentId();
            }
            case RequestReleased released -> {
                assertThat(owner).isEqualTo(released.agentId());
                yield "";
            }
            case RequestQueued _, QueueMoved _ -> {
                assertThat(owner).isEmpty();
                yield "";
            }
        };
    }

    /** Somebody who opens, resolves, reopens, transfers and releases requests of his own, and sends others for lunch. */
    private static final class Desk implements Runnable {
        private final Office office;
        private final List<String> agents;
        private final RandomGenerator random;
        private final List<String> requests = new ArrayList<>();
        private final Map<String, Long> sequences = new HashMap<>();
        private final Map<String, RequestStatus> statuses = new HashMap<>();

        Desk(Office office, List<String> agents, long seed) {
            this.office = office;
            this.agents = agents;
            this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        }

        @Override
        public void run() {
            for (int step = 0; step < STEPS; step++) {
                switch (random.nextInt(8)) {
                    case 0, 1 -> open();
                    case 2, 3 -> turn();
                    case 4 -> office.presence(any(agents), random.nextInt(3) == 0 ? "lunch" : "available");
                    case 5 -> command("transfer");
                    case 6 -> command("assign");
                    default -> command("release");
                }
            }
        }

        private void open() {
            String request = office.chat(Priority.values()[random.nextInt(3)], null);
            requests.add(request);
            sequences.put(request, 1L);
            statuses.put(request, RequestStatus.OPEN);
        }

        private void turn() {
            if (!requests.isEmpty()) {
                String request = any(requests);
                RequestStatus from = statuses.get(request);
                RequestStatus to = from == RequestStatus.OPEN ? RequestStatus.RESOLVED : RequestStatus.OPEN;
                statuses.put(request, to);
                office.status(request, sequences.merge(request, 1L, Long::sum), from, to);
            }
        }

        private void command(String command) {
            if (!requests.isEmpty()) {
                int status = office.command(any(requests), command, Map.of("agentId", any(agents)))
                        .extract()
                        .statusCode();
                assertThat(status).isIn(200, 404, 409, 422);
            }
        }

        private <T> T any(List<T> from) {
            return from.get(random.nextInt(from.size()));
        }
    }
}
