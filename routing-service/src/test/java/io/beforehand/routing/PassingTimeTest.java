package io.beforehand.routing;

import static io.beforehand.routing.testing.Office.operator;
import static io.beforehand.routing.testing.Office.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.beforehand.events.RequestStatus;
import io.beforehand.events.RoutingEvent.QueueMoved;
import io.beforehand.events.RoutingEvent.RequestQueued;
import io.beforehand.localstack.testing.LocalStackResource;
import io.beforehand.routing.testing.Bus;
import io.beforehand.routing.testing.DatabaseClock;
import io.beforehand.routing.testing.EmptyTopics;
import io.beforehand.routing.testing.Office;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens only because time passes, with the database's clock put forward. */
@QuarkusTest
@WithTestResource(LocalStackResource.class)
@WithTestResource(EmptyTopics.class)
class PassingTimeTest {

    private Bus bus;
    private Office office;

    @BeforeEach
    void open() {
        bus = new Bus(LocalStackResource.kafka().bootstrapServers());
        office = Office.open(bus);
    }

    @AfterEach
    void close() {
        bus.close();
    }

    @Test
    void aBreakEndsByItselfAndWhoComesBackGetsWhatWaits() {
        // Given
        String ada = office.hire("ada", 1);
        operator()
                .body(Map.of(
                        "state",
                        "lunch",
                        "until",
                        Instant.now().plus(Duration.ofMinutes(30)).toString()))
                .put("/v1/agents/{id}/presence", ada)
                .then()
                .statusCode(200);
        String request = office.chat();
        soon(() -> assertThat(bus.told(request, RequestQueued.class)).hasSize(1));

        // When
        try (DatabaseClock _ = DatabaseClock.ahead(Duration.ofMinutes(31))) {

            // Then
            soon(() -> office.assignment(request).body("owner", is(ada)));
        }
    }

    @Test
    void afterTheCooldownARequestMayGoBackToWhoGaveItBack() {
        // Given
        String ada = office.hire("ada", 1);
        office.presence(ada, "available");
        String request = office.chat();
        soon(() -> office.assignment(request).body("owner", is(ada)));
        office.command(request, "release", Map.of()).body("state", is("queued"));

        // When
        try (DatabaseClock _ = DatabaseClock.ahead(Duration.ofMinutes(6))) {

            // Then
            soon(() -> office.assignment(request).body("owner", is(ada)));
        }
    }

    @Test
    void whoMovesUpInTheQueueHearsOfItOnceAndNotAtOnce() {
        // Given
        String ahead = office.chat();
        soon(() -> assertThat(bus.told(ahead, RequestQueued.class)).hasSize(1));
        String behind = office.chat();
        soon(() -> assertThat(bus.told(behind, RequestQueued.class))
                .extracting(RequestQueued::position)
                .containsExactly(2));

        // When
        office.status(ahead, 2, RequestStatus.OPEN, RequestStatus.CLOSED);
        soon(() -> office.assignment(ahead).body("state", is("ended")));
        assertThat(bus.told(behind, QueueMoved.class)).isEmpty();
        try (DatabaseClock _ = DatabaseClock.ahead(Duration.ofMinutes(1))) {

            // Then
            soon(() -> assertThat(bus.told(behind, QueueMoved.class))
                    .containsExactly(new QueueMoved(office.team(), 1, null)));
        }
    }
}
