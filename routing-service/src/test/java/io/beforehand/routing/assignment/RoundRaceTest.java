package io.beforehand.routing.assignment;

import static io.beforehand.routing.testing.Office.operator;
import static io.beforehand.routing.testing.Office.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.beforehand.events.Priority;
import io.beforehand.events.RoutingEvent.RequestAssigned;
import io.beforehand.events.RoutingEvent.RequestQueued;
import io.beforehand.localstack.testing.LocalStackResource;
import io.beforehand.routing.testing.Bus;
import io.beforehand.routing.testing.EmptyTopics;
import io.beforehand.routing.testing.Office;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rounds at the same time, as if of several replicas, which one replica's matchmaker never has. */
@QuarkusTest
@WithTestResource(LocalStackResource.class)
@WithTestResource(EmptyTopics.class)
class RoundRaceTest {

    @Inject
    Scheduler scheduler;

    private static final int REPLICAS = 6;
    private static final int PLACES = 5;
    private static final int ROUNDS = 200;

    @Inject
    Round round;

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
    void replicasThatMatchAtTheSameTimeFillEveryPlaceOnce() {
        try (Bus bus = new Bus(LocalStackResource.kafka().bootstrapServers())) {
            // Given different demands: a round that waited for another's rows goes on with what that one left of them
            Office office = Office.open(bus);
            String ada = office.hire("ada", PLACES);
            List<String> requests = IntStream.range(0, 3 * PLACES)
                    .mapToObj(i -> office.chat(Priority.STANDARD, "category-" + i % 3))
                    .toList();
            requests.forEach(request -> soon(
                    () -> assertThat(bus.told(request, RequestQueued.class)).hasSize(1)));

            CompletableFuture<List<Round.Outcome>> rounds = Multi.createFrom()
                    .range(0, ROUNDS)
                    .onItem()
                    .transformToUni(_ -> Uni.createFrom().deferred(round::run))
                    .merge(REPLICAS)
                    .collect()
                    .asList()
                    .subscribeAsCompletionStage();

            // When
            office.presence(ada, "available");

            // Then
            assertThat(rounds.join()).hasSize(ROUNDS);
            soon(() -> assertThat(
                            requests.stream().flatMap(request -> bus.told(request, RequestAssigned.class).stream()))
                    .hasSize(PLACES));
            operator().get("/v1/agents/{id}", ada).then().body("load", is(1.0f));
        }
    }
}
