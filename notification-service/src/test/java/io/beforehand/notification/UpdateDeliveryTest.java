package io.beforehand.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beforehand.events.ClockRef;
import io.beforehand.events.Metric;
import io.beforehand.events.NotificationEvent.UpdateSent;
import io.beforehand.events.RequestEvent.StatusChanged;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.RoutingEvent.RequestTransferred;
import io.beforehand.events.SlaEvent.UpdateDue;
import io.beforehand.localstack.Delivery;
import io.beforehand.localstack.testing.LocalStackResource;
import io.beforehand.notification.testing.Database;
import io.beforehand.notification.testing.OutsideWorld;
import io.beforehand.notification.testing.Stage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@QuarkusTest
@WithTestResource(LocalStackResource.class)
@WithTestResource(OutsideWorld.class)
class UpdateDeliveryTest {

    @RegisterExtension
    static final Stage stage = new Stage();

    @Test
    void whatHappensShortlyAfterTheAcknowledgementIsToldInOneUpdate() {
        // Given
        stage.outlet("chat", "folded", "/folded");
        String requestId = stage.openAndAssign("chat", "folded");
        stage.awaitAccepted("/folded", 1);

        // When
        stage.bus().send(requestId, new RequestTransferred("ada", "bo", "Bo", null, null));
        awaitStates(requestId, "sent", "pending");
        stage.bus().send(requestId, changed(RequestStatus.PENDING));
        stage.bus().send(requestId, new RequestTransferred("bo", "cai", "Cai", null, null));
        awaitHeard(requestId, "Cai");
        Database.ahead(Duration.ofMinutes(6));

        // Then
        Delivery update = stage.awaitAccepted("/folded", 2).getLast();
        assertThat(JsonPath.from(update.body()).getString("text"))
                .endsWith("We are waiting for something from you. Cai is taking care of it.");
        assertThat(JsonPath.from(update.body()).getString("kind")).isEqualTo("update");
        awaitStates(requestId, "sent", "sent");
        await().atMost(Stage.SOON).untilAsserted(() -> assertThat(stage.bus().told(requestId, UpdateSent.class))
                .extracting(UpdateSent::deliveryId)
                .containsExactly(update.id()));
    }

    @Test
    void anUpdateWithNothingLeftToTellIsNotSent() {
        // Given
        stage.outlet("chat", "undone", "/undone");
        String requestId = stage.openAndAssign("chat", "undone");
        stage.awaitAccepted("/undone", 1);

        // When
        stage.bus().send(requestId, new RequestTransferred("ada", "bo", "Bo", null, null));
        awaitStates(requestId, "sent", "pending");
        stage.bus().send(requestId, new RequestTransferred("bo", "ada", "Ada", null, null));
        awaitHeard(requestId, "Ada");
        Database.ahead(Duration.ofMinutes(6));

        // Then
        JsonPath deliveries = awaitStates(requestId, "sent", "suppressed");
        assertThat(deliveries.getString("deliveries[1].reason")).isEqualTo("nothing-to-tell");
        assertThat(stage.accepted("/undone")).hasSize(1);
    }

    @Test
    void laterOnEveryChangeThatConcernsTheCustomerIsToldAtOnce() {
        // Given
        stage.outlet("chat", "loud", "/loud");
        String requestId = stage.openAndAssign("chat", "loud");
        stage.awaitAccepted("/loud", 1);
        Database.ahead(Duration.ofMinutes(6));

        // When
        stage.bus().send(requestId, changed(RequestStatus.RESOLVED));
        stage.awaitAccepted("/loud", 2);
        stage.bus().send(requestId, changed(RequestStatus.CLOSED));
        stage.bus().send(requestId, changed(RequestStatus.OPEN));

        // Then
        List<Delivery> all = stage.awaitAccepted("/loud", 3);
        assertThat(all.subList(1, 3))
                .extracting(sent -> JsonPath.from(sent.body()).getString("text"))
                .satisfiesExactly(text -> assertThat(text).endsWith("It is resolved."), text -> assertThat(text)
                        .endsWith("It is open again."));
    }

    @Test
    void whenTheClockAsksForWordTheCustomerHearsThatWeAreOnIt() {
        // Given
        stage.outlet("chat", "due", "/due");
        String requestId = stage.openAndAssign("chat", "due");
        stage.awaitAccepted("/due", 1);
        Database.ahead(Duration.ofHours(3));

        // When
        stage.bus().send(requestId, new UpdateDue(ClockRef.of(requestId, Metric.UPDATE, 1), Instant.now()));

        // Then
        Delivery update = stage.awaitAccepted("/due", 2).getLast();
        assertThat(JsonPath.from(update.body()).getString("text"))
                .endsWith("We are still working on it. Ada is taking care of it.");
        await().atMost(Stage.SOON)
                .until(() -> stage.bus().told(requestId, UpdateSent.class).size() == 1);
    }

    private static void awaitHeard(String requestId, String owner) {
        await().atMost(Stage.SOON)
                .until(() -> Database.value("SELECT owner_name FROM request WHERE id = '" + requestId + "'")
                        .equals(owner));
    }

    private static JsonPath awaitStates(String requestId, String... states) {
        return await().atMost(Stage.SOON).until(() -> stage.deliveries(requestId), json -> List.of(states)
                .equals(json.getList("deliveries.state")));
    }

    private static StatusChanged changed(RequestStatus to) {
        return new StatusChanged(RequestStatus.OPEN, to, null, null);
    }
}
