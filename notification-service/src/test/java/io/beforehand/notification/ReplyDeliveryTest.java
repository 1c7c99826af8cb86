package io.beforehand.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beforehand.events.DeliveryKind;
import io.beforehand.events.NotificationEvent.DeliveryFailed;
import io.beforehand.events.NotificationEvent.ReplyDelivered;
import io.beforehand.events.Visibility;
import io.beforehand.localstack.Delivery;
import io.beforehand.localstack.WebhookSink.Answer;
import io.beforehand.localstack.testing.LocalStackResource;
import io.beforehand.notification.testing.Examples;
import io.beforehand.notification.testing.OutsideWorld;
import io.beforehand.notification.testing.Stage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@QuarkusTest
@WithTestResource(LocalStackResource.class)
@WithTestResource(OutsideWorld.class)
class ReplyDeliveryTest {

    @RegisterExtension
    static final Stage stage = new Stage();

    @Test
    void aReplyPostedToUsReachesTheCustomerAsItWasWritten() {
        // Given
        String text = "明天到账 😀\n{number} [[x]] <b>";
        stage.outlet("email", "replies", "/replies");
        String requestId = stage.openAndAssign("email", "replies");
        stage.awaitAccepted("/replies", 1);

        // When
        stage.bus().send(requestId, Examples.reply("m-2", text, true, Visibility.PUBLIC));

        // Then
        Delivery sent = stage.awaitAccepted("/replies", 2).getLast();
        JsonPath body = JsonPath.from(sent.body());
        assertThat(body.getString("kind")).isEqualTo("reply");
        assertThat(body.getString("text")).isEqualTo(text);
        assertThat(body.getString("address")).isEqualTo("wang@example.com");
        ReplyDelivered told = await().atMost(Stage.SOON)
                .until(() -> stage.bus().told(requestId, ReplyDelivered.class), all -> !all.isEmpty())
                .getFirst();
        assertThat(told).isEqualTo(new ReplyDelivered(sent.id(), "m-2", told.sentAt()));
    }

    @Test
    void whatWasDeliveredElsewhereOrIsInternalIsNotSent() {
        // Given
        stage.outlet("email", "elsewhere", "/elsewhere");
        String requestId = stage.openAndAssign("email", "elsewhere");

        // When
        stage.bus().send(requestId, Examples.reply("m-2", "elsewhere", false, Visibility.PUBLIC));
        stage.bus().send(requestId, Examples.reply("m-3", "a note", true, Visibility.INTERNAL));
        stage.bus().send(requestId, Examples.reply("m-4", "this one", true, Visibility.PUBLIC));

        // Then
        stage.awaitAccepted("/elsewhere", 2);
        await().atMost(Stage.SOON)
                .untilAsserted(() -> assertThat(stage.deliveries(requestId).getList("deliveries.kind", String.class))
                        .containsExactly("acknowledgement", "reply"));
        assertThat(stage.accepted("/elsewhere"))
                .extracting(sent -> JsonPath.from(sent.body()).getString("text"))
                .contains("this one")
                .doesNotContain("elsewhere", "a note");
    }

    @Test
    void aReplyThatIsGivenUpOrHasNoOutletIsToldWithItsMessage() {
        // Given
        stage.outlet("email", "gone", "/gone");
        stage.sink().answer("/gone", _ -> Answer.status(400));
        String refused = stage.openAndAssign("email", "gone");
        String nowhere = stage.openAndAssign("sms", "nobody");

        // When
        List.of(refused, nowhere)
                .forEach(id -> stage.bus().send(id, Examples.reply("m-2", "hello", true, Visibility.PUBLIC)));

        // Then
        await().atMost(Stage.SOON).untilAsserted(() -> {
            assertThat(failedReplies(refused))
                    .extracting(DeliveryFailed::reason)
                    .containsExactly("http-400");
            assertThat(failedReplies(nowhere))
                    .extracting(DeliveryFailed::reason)
                    .containsExactly("no-outlet");
            assertThat(failedReplies(nowhere))
                    .extracting(DeliveryFailed::messageId)
                    .containsExactly("m-2");
        });
    }

    private static List<DeliveryFailed> failedReplies(String requestId) {
        return stage.bus().told(requestId, DeliveryFailed.class).stream()
                .filter(failed -> failed.kind() == DeliveryKind.REPLY)
                .toList();
    }
}
