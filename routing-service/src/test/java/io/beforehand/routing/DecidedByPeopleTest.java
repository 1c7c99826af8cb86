package io.beforehand.routing;

import static io.beforehand.routing.testing.Office.operator;
import static io.beforehand.routing.testing.Office.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.beforehand.events.RoutingEvent.RequestQueued;
import io.beforehand.events.RoutingEvent.RequestTransferred;
import io.beforehand.localstack.testing.LocalStackResource;
import io.beforehand.routing.testing.Bus;
import io.beforehand.routing.testing.EmptyTopics;
import io.beforehand.routing.testing.Office;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people decide about who has a request. */
@QuarkusTest
@WithTestResource(LocalStackResource.class)
@WithTestResource(EmptyTopics.class)
class DecidedByPeopleTest {

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

    @Test
    void aTransferTakesTheCapacityAlong() {
        // Given
        String ada = office.hire("ada", 1);
        office.presence(ada, "available");
        String request = office.chat();
        soon(() -> office.assignment(request).body("owner", is(ada)));
        String ben = office.hire("ben", 1);
        String waiting = office.chat();

        // When
        office.command(request, "transfer", Map.of("agentId", ben, "reason", "knows the customer"))
                .statusCode(200)
                .body("owner", is(ben))
                .body("why", is("transferred"));

        // Then
        soon(() -> office.assignment(waiting).body("owner", is(ada)));
        soon(() -> assertThat(bus.told(request, RequestTransferred.class))
                .containsExactly(new RequestTransferred(ada, ben, "ben", office.team(), "knows the customer")));
        office.command(waiting, "transfer", Map.of("agentId", ben))
                .statusCode(409)
                .body("code", is("over-capacity"));
        office.command(waiting, "transfer", Map.of("agentId", ben, "from", "nobody"))
                .statusCode(409)
                .body("code", is("version-conflict"));
        office.assignment(waiting).body("owner", is(ada));
    }

    @Test
    void aReleasedRequestWaitsForSomebodyElse() {
        // Given
        String ada = office.hire("ada", 1);
        office.presence(ada, "available");
        String released = office.chat();
        soon(() -> office.assignment(released).body("owner", is(ada)));
        String next = office.chat();
        soon(() -> assertThat(bus.told(next, RequestQueued.class)).hasSize(1));

        // When
        office.command(released, "release", Map.of()).statusCode(200).body("state", is("queued"));

        // Then
        soon(() -> office.assignment(next).body("owner", is(ada)));
        String ben = office.hire("ben", 1);
        office.presence(ben, "available");
        soon(() -> office.assignment(released).body("owner", is(ben)));
    }

    @Test
    void whoLeavesForGoodLeavesHisRequestsToTheOthers() {
        // Given
        String ada = office.hire("ada", 2);
        office.presence(ada, "available");
        String request = office.chat();
        soon(() -> office.assignment(request).body("owner", is(ada)));
        String ben = office.hire("ben", 2);
        office.presence(ben, "available");

        // When
        operator().delete("/v1/agents/{id}", ada).then().statusCode(204);

        // Then
        soon(() -> office.assignment(request).body("owner", is(ben)));
        operator().get("/v1/agents/{id}", ada).then().statusCode(404);
        operator().delete("/v1/agents/{id}", ada).then().statusCode(404);
    }

    @Test
    void whatCannotBeIsRefused() {
        office.assignment(UUID.randomUUID().toString()).statusCode(404).body("code", is("request-unknown"));
        office.command("unknown", "assign", Map.of("agentId", "x"))
                .statusCode(404)
                .body("code", is("request-unknown"));
        String request = office.chat();
        soon(() -> office.assignment(request).statusCode(200));
        office.command(request, "assign", Map.of("agentId", "x"))
                .statusCode(404)
                .body("code", is("not-found"));
        office.command(request, "assign", Map.of()).statusCode(400).body("code", is("invalid-field"));
        office.command(request, "release", Map.of()).statusCode(422).body("code", is("transition-not-allowed"));
        office.assignment(request).body("history", hasSize(1));
    }
}
