package io.beforehand.routing.testing;

import io.beforehand.events.EventCodec;
import io.beforehand.events.Owner;
import io.beforehand.events.RoutingEvent;
import io.beforehand.events.StreamEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The other services, as far as this one can tell: writes their topics and reads this one's. */
public final class Bus implements AutoCloseable {

    private static final int PARTITIONS = 12;

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, List<StreamEvent>> told = new ConcurrentHashMap<>();
    private final Thread reading;
    private volatile boolean closed;

    public Bus(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        reading = Thread.ofPlatform().daemon().name("bus").start(this::read);
    }

    /** Sends an event, acknowledged by the broker when this returns. */
    public void send(StreamEvent event) {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                event.owner().topic(),
                event.requestId().getBytes(StandardCharsets.UTF_8),
                EventCodec.encode(event.event()));
        EventCodec.headers(event)
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(message);
        producer.flush();
    }

    /** What routing told of a request, every record as it lies in the topic. */
    public List<StreamEvent> told(String requestId) {
        return told.getOrDefault(requestId, List.of());
    }

    /** What routing told of a request of one kind. */
    public <E extends RoutingEvent> List<E> told(String requestId, Class<E> kind) {
        return told(requestId).stream()
                .map(StreamEvent::event)
                .flatMap(event -> kind.isInstance(event) ? Stream.of(kind.cast(event)) : Stream.empty())
                .toList();
    }

    private void read() {
        // Not asked for: the service may not have made its topic yet.
        List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Owner.ROUTING.topic(), partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        while (!closed) {
            consumer.poll(Duration.ofMillis(50)).forEach(this::keep);
        }
        consumer.close();
    }

    private void keep(ConsumerRecord<byte[], byte[]> message) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : message.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        if (EventCodec.decode(headers, message.value()) instanceof EventCodec.Decoded.Known(StreamEvent event)) {
            told.computeIfAbsent(event.requestId(), _ -> new CopyOnWriteArrayList<>())
                    .add(event);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            reading.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close();
    }
}
