package io.beforehand.intake.waiting;

import static io.beforehand.intake.Api.event;
import static io.beforehand.intake.Api.post;
import static io.beforehand.intake.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beforehand.events.EventCodec;
import io.beforehand.events.Owner;
import io.beforehand.events.RoutingEvent;
import io.beforehand.events.StreamEvent;
import io.beforehand.intake.IntakeStack;
import io.beforehand.intake.Tables;
import io.beforehand.intake.adapter.Wait;
import io.beforehand.localstack.testing.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** What routing tells of calls is known while the caller is on the line. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class WaitNotesTest {

    @Inject
    WaitStore waits;

    @Inject
    Tables tables;

    @Test
    void aCallWaitsWhereRoutingSaysUntilSomebodyHasIt() {
        // Given
        String call = unique("call");
        String requestId = opened("voice", call);
        assertThat(of(call)).isEqualTo(Wait.UNKNOWN);

        // When
        tell(requestId, 1, new RoutingEvent.RequestQueued("support", 3, Duration.ofMinutes(4)));

        // Then
        becomes(call, new Wait(3, Duration.ofMinutes(4), null));

        // When
        tell(requestId, 2, new RoutingEvent.RequestAssigned("ada", "Ada", "support", 1.0, Map.of(), "best-score"));

        // Then
        becomes(call, new Wait(null, null, "Ada"));
    }

    @Test
    void whereOtherRequestsWaitIsNotNoted() {
        // Given
        String chat = unique("chat");
        String call = unique("call");
        String written = opened("chat", chat);
        String called = opened("voice", call);

        // When
        tell(written, 1, new RoutingEvent.RequestQueued("support", 3, Duration.ofMinutes(4)));
        tell(called, 1, new RoutingEvent.RequestQueued("support", 1, null));
        becomes(call, new Wait(1, null, null));
        tell(called, 2, new RoutingEvent.RequestTransferred("ada", "bo", "Bo", "support", null));
        becomes(call, new Wait(null, null, "Bo"));
        tell(called, 3, new RoutingEvent.RequestReleased("bo", "released-by-agent"));

        // Then
        becomes(call, Wait.UNKNOWN);
        assertThat(tables.number(
                        "SELECT count(*) FROM request WHERE id = '" + written + "' AND queue_position IS NULL"))
                .isEqualTo(1);
    }

    private Wait of(String call) {
        return waits.ofCall("default", call).await().indefinitely();
    }

    private void becomes(String call, Wait wait) {
        await().atMost(Duration.ofSeconds(20)).until(() -> of(call).equals(wait));
    }

    private static String opened(String channel, String conversation) {
        return post(event(unique("e"), "io.beforehand.message.received", """
                        {"channel":"%s","conversation":"%s","customer":{"id":"+15550100"}}""".formatted(channel, conversation)))
                .then()
                .statusCode(202)
                .extract()
                .path("accepted[0].requestId");
    }

    private static void tell(String requestId, long sequence, RoutingEvent event) {
        StreamEvent told = new StreamEvent(requestId, sequence, Instant.now(), null, event);
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                Owner.ROUTING.topic(), requestId.getBytes(StandardCharsets.UTF_8), EventCodec.encode(event));
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
