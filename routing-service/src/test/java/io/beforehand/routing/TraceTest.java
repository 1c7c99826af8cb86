package io.beforehand.routing;

import static io.beforehand.routing.testing.Office.operator;
import static io.beforehand.routing.testing.Office.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.beforehand.events.Priority;
import io.beforehand.events.RoutingEvent;
import io.beforehand.events.RoutingEvent.RequestAssigned;
import io.beforehand.events.RoutingEvent.RequestReleased;
import io.beforehand.events.RoutingEvent.RequestTransferred;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.TraceContext;
import io.beforehand.localstack.testing.LocalStackResource;
import io.beforehand.routing.testing.Bus;
import io.beforehand.routing.testing.EmptyTopics;
import io.beforehand.routing.testing.Office;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every event goes on with the trace of what caused it. */
@QuarkusTest
@WithTestResource(LocalStackResource.class)
@WithTestResource(EmptyTopics.class)
class TraceTest {

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
    void theTraceOfTheOpeningIsCarriedOn() {
        // Given
        String ada = office.hire("ada", 3);
        office.presence(ada, "available");
        TraceContext trace = TraceContext.start();
        StreamEvent opening = office.opening(UUID.randomUUID().toString(), Priority.STANDARD, null);

        // When
        bus.send(new StreamEvent(opening.requestId(), 1, opening.time(), trace, opening.event()));

        // Then
        soon(() -> assertThat(bus.told(opening.requestId())).hasSize(1));
        assertThat(bus.told(opening.requestId()).getFirst().trace().traceparent())
                .startsWith(trace.traceparent().substring(0, 35));
    }

    @Test
    void whatAPersonDecidesGoesOnWithThePersonsTrace() {
        // Given
        String ada = office.hire("ada", 1);
        String ben = office.hire("ben", 1);
        String request = office.chat();
        soon(() -> assertThat(bus.told(request)).hasSize(1));
        TraceContext assigning = TraceContext.start();
        TraceContext transferring = TraceContext.start();
        TraceContext releasing = TraceContext.start();

        // When
        call(assigning, Map.of("agentId", ada))
                .post("/v1/requests/{id}/assign", request)
                .then()
                .statusCode(200);
        call(transferring, Map.of("agentId", ben))
                .post("/v1/requests/{id}/transfer", request)
                .then()
                .statusCode(200);
        call(releasing, Map.of())
                .post("/v1/requests/{id}/release", request)
                .then()
                .statusCode(200);

        // Then
        soon(() -> assertThat(bus.told(request, RequestReleased.class)).hasSize(1));
        assertThat(traceOf(request, RequestAssigned.class)).isEqualTo(traceId(assigning));
        assertThat(traceOf(request, RequestTransferred.class)).isEqualTo(traceId(transferring));
        assertThat(traceOf(request, RequestReleased.class)).isEqualTo(traceId(releasing));
    }

    @Test
    void anAgentsRemovalIsTheCauseOfWhatBecomesOfHisRequests() {
        // Given
        String ada = office.hire("ada", 1);
        office.presence(ada, "available");
        String request = office.chat();
        soon(() -> office.assignment(request).body("owner", is(ada)));
        TraceContext removing = TraceContext.start();

        // When
        call(removing, Map.of()).delete("/v1/agents/{id}", ada).then().statusCode(204);

        // Then
        soon(() -> assertThat(bus.told(request, RequestReleased.class)).hasSize(1));
        assertThat(traceOf(request, RequestReleased.class)).isEqualTo(traceId(removing));
    }

    private static RequestSpecification call(TraceContext trace, Map<String, ?> body) {
        return operator().header("traceparent", trace.traceparent()).body(body);
    }

    private String traceOf(String request, Class<? extends RoutingEvent> kind) {
        return bus.told(request).stream()
                .filter(told -> kind.isInstance(told.event()))
                .map(told -> traceId(told.trace()))
                .findFirst()
                .orElseThrow();
    }

    private static String traceId(TraceContext trace) {
        return trace.traceparent().split("-")[1];
    }
}
