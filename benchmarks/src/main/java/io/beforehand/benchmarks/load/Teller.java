package io.beforehand.benchmarks.load;

import io.beforehand.events.EventCodec;
import io.beforehand.events.StreamEvent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Tells a service what the other services would tell it. */
public final class Teller implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;

    public Teller(String bootstrapServers) {
        producer = new KafkaProducer<>(
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

    public void tell(StreamEvent event) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(event.owner().topic(), event.requestId(), EventCodec.encode(event.event()));
        EventCodec.headers(event)
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(message, (_, failure) -> {
            if (failure != null) {
                throw new IllegalStateException(failure);
            }
        });
    }

    /** Returns when the broker has all of it. */
    public void flush() {
        producer.flush();
    }

    /** Returns when the broker has all of it. */
    @Override
    public void close() {
        producer.close();
    }
}
