package io.beforehand.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.beforehand.events.Channel;
import io.beforehand.events.ConversationRef;
import io.beforehand.events.DeliveryKind;
import io.beforehand.events.NotificationEvent.DeliveryFailed;
import io.beforehand.events.RequestEvent.CustomerForgotten;
import io.beforehand.events.RequestEvent.ReceiptReceived;
import io.beforehand.events.Visibility;
import io.beforehand.localstack.testing.LocalStackResource;
import io.beforehand.notification.testing.Database;
import io.beforehand.notification.testing.Examples;
import io.beforehand.notification.testing.Gateway;
import io.beforehand.notification.testing.OutsideWorld;
import io.beforehand.notification.testing.Stage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Receipts that name a message as its channel does. */
@QuarkusTest
@WithTestResource(LocalStackResource.class)
@WithTestResource(OutsideWorld.class)
class ChannelReceiptTest {

    @RegisterExtension
    static final Stage stage = new Stage();

    private final Gateway gateway = new Gateway();
    private String requestId;

    /** The acknowledgement is SM-1, the reply SM-2. */
    @BeforeEach
    void openAndReply() {
        Stage.put("/v1/outlets/sms/gateway", Map.of("type", "webhook", "url", gateway.url()));
        requestId = stage.openAndAssign("sms", "gateway");
        stage.awaitState(requestId, "sent");
        stage.bus().send(requestId, Examples.reply("m-2", "hello", true, Visibility.PUBLIC));
        awaitStates(requestId, "sent", "sent");
        awaitChannelIds("2");
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aMessageThatArrivedOrWasReadIsDelivered() {
        // When
        receive("SM-1", "sent");
        receive("SM-1", "delivered");
        receive("SM-2", "read");

        // Then
        awaitStates(requestId, "delivered", "delivered");
    }

    @Test
    void aReplyThatTheChannelFailedToDeliverIsToldAsFailedOnce() {
        // When
        receive("SM-2", "sent");
        receive("SM-2", "failed");
        receive("SM-2", "failed");
        receive("SM-1", "delivered");

        // Then
        awaitStates(requestId, "delivered", "exhausted");
        assertThat(stage.deliveries(requestId).getString("deliveries[1].reason"))
                .isEqualTo("failed");
        String reply = stage.deliveries(requestId).getString("deliveries[1].id");
        await().atMost(Stage.SOON).untilAsserted(() -> assertThat(stage.bus().told(requestId, DeliveryFailed.class))
                .containsExactly(new DeliveryFailed(reply, DeliveryKind.REPLY, "failed", "m-2")));
    }

    @Test
    void eachFailureOfABatchIsToldWithItsOwnReason() {
        // When
        receive("SM-1", "bounced-hard");
        receive("SM-2", "failed");

        // Then
        awaitStates(requestId, "exhausted", "exhausted");
        await().atMost(Stage.SOON).untilAsserted(() -> assertThat(stage.bus().told(requestId, DeliveryFailed.class))
                .extracting(DeliveryFailed::reason, DeliveryFailed::messageId)
                .containsExactlyInAnyOrder(tuple("bounced", null), tuple("failed", "m-2")));
    }

    @Test
    void failuresOfSeveralRequestsAreEachToldOfTheirOwn() {
        // Given
        String other = stage.openAndAssign("sms", "gateway");
        stage.awaitState(other, "sent");

        // When
        receive("SM-1", "failed");
        stage.bus().send(other, new ReceiptReceived("SM-3", "failed"));

        // Then
        await().atMost(Stage.SOON).untilAsserted(() -> {
            assertThat(stage.bus().told(requestId, DeliveryFailed.class)).hasSize(1);
            assertThat(stage.bus().told(other, DeliveryFailed.class)).hasSize(1);
        });
    }

    /** A channel may make its ids of the customer's number. */
    @Test
    void whenTheCustomerIsForgottenSoIsWhatTheChannelCalledHisMessages() {
        // When
        stage.bus().send(requestId, new CustomerForgotten("forgotten-1"));

        // Then
        awaitChannelIds("0");
    }

    @Test
    void whatTheChannelSaysInAnotherRequestIsAboutThatRequestsMessages() {
        // Given
        String elsewhere = stage.openAndAssign("sms", "gateway");
        stage.awaitState(elsewhere, "sent");

        // When
        stage.bus().send(elsewhere, new ReceiptReceived("SM-2", "failed"));
        stage.bus().send(elsewhere, new ReceiptReceived("SM-3", "delivered"));

        // Then
        awaitStates(elsewhere, "delivered");
        awaitStates(requestId, "sent", "sent");
    }

    @Test
    void whatTheNextRequestOfTheConversationHearsIsAboutTheOneThatItWasSentFor() {
        // Given
        String next = stage.openAndAssign("sms", "gateway");
        stage.awaitState(next, "sent");

        // When
        hears(next, new ReceiptReceived("SM-1", "delivered", conversation()));
        hears(next, new ReceiptReceived("SM-2", "failed", conversation()));
        hears(next, new ReceiptReceived("SM-2", "failed", conversation()));

        // Then
        awaitStates(requestId, "delivered", "exhausted");
        awaitStates(next, "sent");
        String reply = stage.deliveries(requestId).getString("deliveries[1].id");
        await().atMost(Stage.SOON).untilAsserted(() -> assertThat(stage.bus().told(requestId, DeliveryFailed.class))
                .containsExactly(new DeliveryFailed(reply, DeliveryKind.REPLY, "failed", "m-2")));
    }

    @Test
    void whatWasSentInAnotherConversationIsAnotherMessage() {
        // Given
        String next = stage.openAndAssign("sms", "gateway");
        stage.awaitState(next, "sent");

        // When
        hears(next, new ReceiptReceived("SM-2", "failed", new ConversationRef(Channel.SMS, "gateway", "another")));
        hears(next, new ReceiptReceived("SM-3", "delivered", conversation()));

        // Then
        awaitStates(next, "delivered");
        awaitStates(requestId, "sent", "sent");
    }

    private static void hears(String requestId, ReceiptReceived receipt) {
        stage.bus().send(requestId, receipt);
    }

    /** That of the request. */
    private ConversationRef conversation() {
        return new ConversationRef(
                Channel.SMS,
                "gateway",
                Database.value("SELECT conversation FROM request WHERE id = '" + requestId + "'"));
    }

    private void receive(String messageId, String state) {
        stage.bus().send(requestId, new ReceiptReceived(messageId, state));
    }

    private void awaitChannelIds(String count) {
        await().atMost(Stage.SOON).untilAsserted(() -> assertThat(Database.value(
                        "SELECT count(channel_message_id) FROM delivery WHERE request_id = '" + requestId + "'"))
                .isEqualTo(count));
    }

    private static void awaitStates(String requestId, String... states) {
        await().atMost(Stage.SOON)
                .ignoreExceptionsInstanceOf(AssertionError.class)
                .until(() -> List.of(states).equals(stage.deliveries(requestId).getList("deliveries.state")));
    }
}
