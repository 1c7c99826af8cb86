package io.beforehand.benchmarks.timers.ours;

import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import io.beforehand.events.Customer;
import io.beforehand.events.EventCodec;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestEvent.ReplySent;
import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.Visibility;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes what intake would write about requests. */
final class Channel implements AutoCloseable {
    private static final String TOPIC = "beforehand.requests";

    private final KafkaProducer<String, byte[]> producer;

    Channel(String bootstrapServers) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        5),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void open(String id, Instant at) {
        Instant time = at.truncatedTo(ChronoUnit.MICROS);
        send(new StreamEvent(
                id,
                1,
                time,
                null,
                new RequestOpened(
                        id,
                        Priority.STANDARD,
                        "bench",
                        null,
                        null,
                        io.beforehand.events.Channel.CHAT,
                        "default",
                        id,
                        null,
                        new Customer("customer-" + id, null, null, null, null),
                        "message-" + id,
                        "Hello?",
                        time,
                        null)));
    }

    void reply(String id, Instant at) {
        Instant time = at.truncatedTo(ChronoUnit.MICROS);
        send(new StreamEvent(
                id,
                2,
                time,
                null,
                new ReplySent(
                        "reply-" + id,
                        new Author(AuthorKind.AGENT, "ada", null),
                        Visibility.PUBLIC,
                        "On its way.",
                        false,
                        time)));
    }

    void flush() {
        producer.flush();
    }

    private void send(StreamEvent event) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(TOPIC, event.requestId(), EventCodec.encode(event.event()));
        EventCodec.headers(event)
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(message, (_, failure) -> {
            if (failure != null) {
                throw new IllegalStateException(failure);
            }
        });
    }

    @Override
    public void close() {
        producer.close();
    }
}
