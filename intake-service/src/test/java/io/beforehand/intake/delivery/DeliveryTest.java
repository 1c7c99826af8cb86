package io.beforehand.intake.delivery;

import static io.beforehand.intake.Api.json;
import static io.beforehand.intake.Api.opened;
import static io.beforehand.intake.Api.operator;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.beforehand.events.DeliveryKind;
import io.beforehand.events.EventCodec;
import io.beforehand.events.NotificationEvent;
import io.beforehand.events.NotificationEvent.DeliveryFailed;
import io.beforehand.events.NotificationEvent.ReplyDelivered;
import io.beforehand.events.Owner;
import io.beforehand.events.StreamEvent;
import io.beforehand.intake.IntakeStack;
import io.beforehand.localstack.testing.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** What notification tells about replies is seen on the message. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class DeliveryTest {

    @Test
    void aReplyThatArrivedIsDelivered() {
        String requestId = opened();
        String messageId = replied(requestId);

        tell(requestId, 1, new ReplyDelivered("d-1", messageId, Instant.now()));

        mustBecome(requestId, "delivered");
    }

    @Test
    void aReplyThatNeverArrivedHasFailedUntilItArrivesAfterAll() {
        String requestId = opened();
        String messageId = replied(requestId);

        tell(requestId, 1, new DeliveryFailed("d-1", DeliveryKind.REPLY, "exhausted", messageId));
        mustBecome(requestId, "failed");
        operator().get("/v1/requests/" + requestId).then().body("messages[1].deliveryReason", equalTo("exhausted"));

        tell(requestId, 2, new ReplyDelivered("d-2", messageId, Instant.now()));
        tell(requestId, 1, new DeliveryFailed("d-1", DeliveryKind.REPLY, "exhausted", messageId));
        mustBecome(requestId, "delivered");
    }

    private static String replied(String requestId) {
        return json().body("{\"text\":\"Hi\",\"author\":{\"kind\":\"agent\",\"id\":\"ada\"},\"visibility\":\"public\"}")
                .post("/v1/requests/" + requestId + "/replies")
                .path("messageId");
    }

    private static void mustBecome(String requestId, String state) {
        await().atMost(Duration.ofSeconds(20)).until(() -> operator()
                .get("/v1/requests/" + requestId)
                .<String>path("messages[1].delivery")
                .equals(state));
    }

    private static void tell(String requestId, long sequence, NotificationEvent event) {
        StreamEvent told = new StreamEvent(requestId, sequence, Instant.now(), null, event);
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                Owner.NOTIFICATIONS.topic(), requestId.getBytes(StandardCharsets.UTF_8), EventCodec.encode(event));
        EventCodec.headers(told)
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", LocalStackResource.kafka().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(message);
        }
    }
}
