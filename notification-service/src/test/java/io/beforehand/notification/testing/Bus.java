package io.beforehand.notification.testing;

import io.beforehand.events.Event;
import io.beforehand.events.EventCodec;
import io.beforehand.events.NotificationEvent;
import io.beforehand.events.Owner;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.TraceContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The other services, as far as this one can tell: writes their topics and reads this one's. */
public final class Bus implements AutoCloseable {

    private static final int PARTITIONS = 12;

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Long> sequences = new ConcurrentHashMap<>();
    private final List<StreamEvent> told = new CopyOnWriteArrayList<>();
    private final Thread reading;
    private volatile boolean closed;

    public Bus(String servers) {
        Map<String, Object> settings = Map.of("bootstrap.servers", servers);
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        // Not asked for: the service may not have made its topic yet.
        List<TopicPartition> all = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Owner.NOTIFICATIONS.topic(), partition))
                .toList();
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position);
        reading = Thread.ofPlatform().daemon().name("bus").start(this::read);
    }

    /** Sends the next event of its owner about the request, as of now. */
    public StreamEvent send(String requestId, Event event) {
        return send(requestId, event, Instant.now());
    }

    /** The same, of what happened at that moment. */
    public StreamEvent send(String requestId, Event event, Instant at) {
        long sequence = sequences.merge(event.owner() + requestId, 1L, Long::sum);
        StreamEvent next = new StreamEvent(
                requestId, sequence, at, TraceContext.parse(TRACE).orElseThrow(), event);
        send(next);
        return next;
    }

    /** Sends an event as it is. */
    public void send(StreamEvent event) {
        byte[] key = event.requestId().getBytes(StandardCharsets.UTF_8);
        var message = new ProducerRecord<>(event.owner().topic(), key, EventCodec.encode(event.event()));
        EventCodec.headers(event)
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(message);
    }

    /** What this service told about the request, in the topic's order, copies included. */
    public List<StreamEvent> told(String requestId) {
        return told.stream()
                .filter(event -> event.requestId().equals(requestId))
                .toList();
    }

    public <E extends NotificationEvent> List<E> told(String requestId, Class<E> kind) {
        return told(requestId).stream()
                .flatMap(event -> kind.isInstance(event.event()) ? Stream.of(kind.cast(event.event())) : Stream.empty())
                .toList();
    }

    private void read() {
        while (!closed) {
            consumer.poll(Duration.ofMillis(20)).forEach(this::take);
        }
        consumer.close();
    }

    private void take(ConsumerRecord<byte[], byte[]> message) {
        Map<String, String> headers = new HashMap<>();
        message.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        if (EventCodec.decode(headers, message.value()) instanceof EventCodec.Decoded.Known(StreamEvent event)) {
            told.add(event);
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        reading.join();
        producer.close();
    }
}
