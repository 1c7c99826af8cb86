package io.beforehand.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beforehand.events.DeliveryKind;
import io.beforehand.events.NotificationEvent.DeliveryFailed;
import io.beforehand.events.RequestEvent.ReceiptReceived;
import io.beforehand.events.Visibility;
import io.beforehand.localstack.testing.LocalStackResource;
import io.beforehand.notification.testing.Examples;
import io.beforehand.notification.testing.OutsideWorld;
import io.beforehand.notification.testing.Stage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@QuarkusTest
@WithTestResource(LocalStackResource.class)
@WithTestResource(OutsideWorld.class)
class ReceiptTest {

    @RegisterExtension
    static final Stage stage = new Stage();

    private String requestId;

    @BeforeEach
    void openAndReply() {
        stage.outlet("email", "receipts", "/receipts");
        requestId = stage.openAndAssign("email", "receipts");
        stage.bus().send(requestId, Examples.reply("m-2", "hello", true, Visibility.PUBLIC));
        awaitStates("sent", "sent");
    }

    @Test
    void aMessageThatArrivedIsDelivered() {
        // When
        receive(idOf(0), "delivered");
        receive(idOf(1), "read");

        // Then
        awaitStates("delivered", "delivered");
    }

    @Test
    void aReplyThatCameBackIsToldAsFailedOnce() {
        // Given
        String reply = idOf(1);

        // When
        receive(reply, "delivered");
        receive(reply, "bounced-hard");
        receive(reply, "bounced-hard");
        receive(reply, "delivered");
        receive(idOf(0), "delivered");

        // Then
        awaitStates("delivered", "exhausted");
        assertThat(stage.deliveries(requestId).getString("deliveries[1].reason"))
                .isEqualTo("bounced");
        await().atMost(Stage.SOON).untilAsserted(() -> assertThat(stage.bus().told(requestId, DeliveryFailed.class))
                .containsExactly(new DeliveryFailed(reply, DeliveryKind.REPLY, "bounced", "m-2")));
    }

    @Test
    void whatMayStillArriveAndWhatAnotherRequestHearsChangesNothing() {
        // Given
        String elsewhere = stage.openAndAssign("email", "receipts");

        // When
        receive(idOf(1), "bounced-soft");
        receive(idOf(1), "eaten-by-the-dog");
        stage.bus().send(elsewhere, new ReceiptReceived(idOf(1), "bounced-hard"));
        receive(idOf(0), "delivered");

        // Then
        awaitStates("delivered", "sent");
    }

    private void receive(String deliveryId, String state) {
        stage.bus().send(requestId, new ReceiptReceived(deliveryId, state));
    }

    private String idOf(int delivery) {
        return stage.deliveries(requestId).getString("deliveries[" + delivery + "].id");
    }

    private void awaitStates(String... states) {
        await().atMost(Stage.SOON)
                .ignoreExceptionsInstanceOf(AssertionError.class)
                .until(() -> List.of(states).equals(stage.deliveries(requestId).getList("deliveries.state")));
    }
}
