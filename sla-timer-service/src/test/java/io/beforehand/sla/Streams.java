package io.beforehand.sla;

import io.beforehand.events.Event;
import io.beforehand.events.EventCodec;
import io.beforehand.events.Owner;
import io.beforehand.events.SlaEvent;
import io.beforehand.events.StreamEvent;
import io.beforehand.localstack.testing.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Speaks to the service as the other services do, and hears what it says. */
final class Streams implements AutoCloseable {

    private static final int PARTITIONS = 12;

    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<String, List<StreamEvent>> heard = new ConcurrentHashMap<>();
    private final Thread listening = Thread.ofPlatform().daemon().unstarted(this::listen);
    private volatile boolean open = true;

    Streams() {
        Properties settings = settings();
        settings.put("acks", "all");
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        listening.start();
    }

    /** Makes the topics of the other services, which their owners would have made. */
    public static final class Topics implements QuarkusTestResourceLifecycleManager {

        /** As early as warnings can be given ahead, which leaves slow machines the time to take them back. */
        static final Duration AHEAD = Duration.ofSeconds(5);

        @Override
        public Map<String, String> start() {
            try (Admin admin = Admin.create(settings())) {
                var existing = admin.listTopics().names().get();
                admin.createTopics(Stream.of(Owner.REQUESTS, Owner.ROUTING, Owner.NOTIFICATIONS)
                                .map(Owner::topic)
                                .filter(topic -> !existing.contains(topic))
                                .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                                .toList())
                        .all()
                        .get();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return Map.of("beforehand.alarm.ahead", AHEAD.toSeconds() + "s");
        }

        @Override
        public void stop() {}
    }

    /** Tells the next event of that owner about the request. */
    StreamEvent tell(String requestId, Instant time, Event event) {
        String stream = requestId + event.owner();
        StreamEvent next = new StreamEvent(requestId, sequences.merge(stream, 1L, Long::sum), time, null, event);
        send(next);
        return next;
    }

    /** Sends an event as it is, be it for the second time. */
    void send(StreamEvent event) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(event.owner().topic(), event.requestId(), EventCodec.encode(event.event()));
        EventCodec.headers(event)
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(message);
        producer.flush();
    }

    /** What the service has told of the request so far. */
    List<StreamEvent> heard(String requestId) {
        return heard.getOrDefault(requestId, List.of());
    }

    /** The same for one metric, without the places. */
    List<SlaEvent> heard(String requestId, String metric) {
        return heard(requestId).stream()
                .map(event -> (SlaEvent) event.event())
                .filter(event -> event.clock().metric().name().equals(metric))
                .toList();
    }

    /** What was told, without the traces of warnings that had to be given anew because inputs were behind. */
    List<String> kindsButWithdrawn(String requestId, String metric) {
        return kinds(requestId, metric).stream()
                .filter(kind -> !kind.equals("WarningWithdrawn"))
                .toList();
    }

    List<String> kinds(String requestId, String metric) {
        return heard(requestId, metric).stream()
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        listening.join();
        producer.close();
    }

    private void listen() {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (int i = 0; i < PARTITIONS; i++) {
                partitions.add(new TopicPartition(Owner.SLA.topic(), i));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (open) {
                consumer.poll(Duration.ofMillis(50)).forEach(this::hear);
            }
        }
    }

    private void hear(ConsumerRecord<String, byte[]> message) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : message.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        if (EventCodec.decode(headers, message.value()) instanceof EventCodec.Decoded.Known(StreamEvent event)) {
            heard.computeIfAbsent(event.requestId(), _ -> new CopyOnWriteArrayList<>())
                    .add(event);
        }
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", LocalStackResource.kafka().bootstrapServers());
        return settings;
    }
}
