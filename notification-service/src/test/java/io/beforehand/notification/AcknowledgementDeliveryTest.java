package io.beforehand.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beforehand.events.Channel;
import io.beforehand.events.Metric;
import io.beforehand.events.NotificationEvent.AcknowledgementSent;
import io.beforehand.events.StreamEvent;
import io.beforehand.localstack.Delivery;
import io.beforehand.localstack.testing.LocalStackResource;
import io.beforehand.notification.testing.Examples;
import io.beforehand.notification.testing.OutsideWorld;
import io.beforehand.notification.testing.Stage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@QuarkusTest
@WithTestResource(LocalStackResource.class)
@WithTestResource(OutsideWorld.class)
class AcknowledgementDeliveryTest {

    @RegisterExtension
    static final Stage stage = new Stage();

    private final String requestId = Examples.requestId();

    @Test
    void anAcknowledgementWaitsForTheClockAndTheOwnerAndTellsBoth() {
        // Given
        stage.outlet("chat", "waits", "/waits");
        Instant due = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MICROS);
        String number = stage.number();

        // When
        StreamEvent opened = stage.bus().send(requestId, Examples.opened(number, Channel.CHAT, "waits", "zh-Hans-CN"));
        stage.bus().send(requestId, Examples.clockStarted(requestId, Metric.FIRST_RESPONSE, due));
        stage.bus().send(requestId, Examples.assigned("Ada"));

        // Then
        Delivery sent = await().atMost(Duration.ofSeconds(10))
                .until(() -> stage.accepted("/waits"), all -> !all.isEmpty())
                .getFirst();
        JsonPath body = JsonPath.from(sent.body());
        assertThat(body.getString("text")).isEqualTo("我们已收到您的请求 " + number + "。我们将在 1 小时内回复您。Ada 正在为您处理。");
        assertThat(Instant.parse(body.getString("expectedBy"))).isEqualTo(due);
        assertThat(body.getMap("$")).containsEntry("deliveryId", sent.id()).containsEntry("kind", "acknowledgement");
        assertThat(sent.headers().get("traceparent"))
                .startsWith(opened.trace().traceparent().substring(0, 36));

        AcknowledgementSent told = await().atMost(Duration.ofSeconds(10))
                .until(() -> stage.bus().told(requestId, AcknowledgementSent.class), all -> !all.isEmpty())
                .getFirst();
        assertThat(told).isEqualTo(new AcknowledgementSent(sent.id(), Channel.CHAT, "waits", told.sentAt(), due));
        assertThat(told.sentAt()).isBetween(opened.time(), Instant.now());
        assertThat(stage.bus().told(requestId).getFirst().sequence()).isEqualTo(1);
        assertThat(stage.deliveries(requestId).getString("deliveries[0].state")).isEqualTo("sent");
    }
}
