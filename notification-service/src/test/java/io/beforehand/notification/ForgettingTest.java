package io.beforehand.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.beforehand.events.DeliveryKind;
import io.beforehand.events.NotificationEvent.DeliveryFailed;
import io.beforehand.events.RequestEvent.CustomerForgotten;
import io.beforehand.events.RequestEvent.StatusChanged;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.Visibility;
import io.beforehand.localstack.WebhookSink.Answer;
import io.beforehand.localstack.testing.LocalStackResource;
import io.beforehand.notification.testing.Database;
import io.beforehand.notification.testing.Examples;
import io.beforehand.notification.testing.OutsideWorld;
import io.beforehand.notification.testing.Stage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A customer who is to be forgotten is not written to any more, and nothing of him is left. */
@QuarkusTest
@WithTestResource(LocalStackResource.class)
@WithTestResource(OutsideWorld.class)
class ForgettingTest {

    private static final CustomerForgotten FORGOTTEN = new CustomerForgotten("forgotten-1");

    @RegisterExtension
    static final Stage stage = new Stage();

    @Test
    void whatHeWasSentAndWhereGoesWhileTheDeliveriesStay() {
        // Given
        stage.outlet("email", "forgetful", "/forgetful");
        String requestId = stage.openAndAssign("email", "forgetful");
        stage.awaitState(requestId, "sent");
        assertThat(traces(requestId)).isNotZero();

        // When
        stage.bus().send(requestId, FORGOTTEN);

        // Then
        await().atMost(Stage.SOON)
                .untilAsserted(() -> assertThat(traces(requestId)).isZero());
        assertThat(stage.deliveries(requestId).getList("deliveries.state")).containsExactly("sent");
        assertThat(stage.deliveries(requestId).getList("deliveries[0].attempts"))
                .hasSize(1);
    }

    @Test
    void aReplyThatWasStillToGoIsSuppressedAndToldWithItsMessage() {
        // Given
        stage.outlet("email", "later", "/later");
        String requestId = stage.openAndAssign("email", "later");
        stage.awaitState(requestId, "sent");
        stage.sink().answer("/later", _ -> Answer.status(503));
        stage.bus().send(requestId, Examples.reply("m-2", "hello Wang", true, Visibility.PUBLIC));
        await().atMost(Stage.SOON)
                .untilAsserted(() -> assertThat(states(requestId)).containsExactly("sent", "failed"));

        // When
        stage.bus().send(requestId, FORGOTTEN);

        // Then
        await().atMost(Stage.SOON)
                .untilAsserted(() -> assertThat(states(requestId)).containsExactly("sent", "suppressed"));
        assertThat(stage.deliveries(requestId).getString("deliveries[1].reason"))
                .isEqualTo("forgotten");
        await().atMost(Stage.SOON).untilAsserted(() -> assertThat(stage.bus().told(requestId, DeliveryFailed.class))
                .extracting(DeliveryFailed::kind, DeliveryFailed::reason, DeliveryFailed::messageId)
                .containsExactly(tuple(DeliveryKind.REPLY, "forgotten", "m-2")));
    }

    @Test
    void whatIsSaidAndDoneAfterwardsIsNotSent() {
        // Given
        stage.outlet("email", "after", "/after");
        String requestId = stage.openAndAssign("email", "after");
        stage.awaitState(requestId, "sent");
        stage.bus().send(requestId, FORGOTTEN);

        // When
        stage.bus().send(requestId, Examples.reply("m-2", "hello Wang", true, Visibility.PUBLIC));
        stage.bus().send(requestId, new StatusChanged(RequestStatus.OPEN, RequestStatus.RESOLVED, null, null));

        // Then
        await().atMost(Stage.SOON)
                .untilAsserted(() -> assertThat(states(requestId)).containsExactly("sent", "suppressed"));
        assertThat(traces(requestId)).isZero();
        assertThat(stage.accepted("/after")).hasSize(1);
    }

    @Test
    void whoIsForgottenBeforeHeIsAcknowledgedIsNot() {
        // Given
        stage.outlet("email", "atonce", "/atonce");

        // When
        String requestId = stage.open("email", "atonce");
        stage.bus().send(requestId, FORGOTTEN);

        // Then
        await().atMost(Stage.SOON).until(() -> stage.isKnown(requestId) && traces(requestId) == 0);
        assertThat(states(requestId)).hasSize(1).doesNotContain("pending");
    }

    private static List<String> states(String requestId) {
        return stage.deliveries(requestId).getList("deliveries.state", String.class);
    }

    /** In how many rows something of him is left. */
    private static int traces(String requestId) {
        return Integer.parseInt(Database.value("""
                SELECT (SELECT count(*) FROM request r WHERE id = '%1$s' AND r::text ~ 'wang|Wang|王|C-1001|conv-|退款')
                     + (SELECT count(*) FROM delivery d WHERE request_id = '%1$s' AND d::text ~ 'wang|Wang|王|C-1001|conv-|退款')""".formatted(requestId)));
    }
}
