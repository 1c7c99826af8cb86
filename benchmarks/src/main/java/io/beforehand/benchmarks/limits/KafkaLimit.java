package io.beforehand.benchmarks.limits;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** How many records a second one producer gets acknowledged by all replicas. */
public final class KafkaLimit {
    private static final String TOPIC = "bench";
    private static final int PARTITIONS = 12;
    private static final int RECORD = 1024;

    private final String bootstrapServers;

    public KafkaLimit(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Sends for that long, then waits for the rest and counts it with its time. The topic goes afterwards. */
    public double recordsPerSecond(Duration length) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(PARTITIONS), Optional.empty())))
                    .all()
                    .get();
            try {
                return produce(length);
            } finally {
                admin.deleteTopics(List.of(TOPIC)).all().get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private double produce(Duration length) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true);
        byte[] value = new byte[RECORD];
        new Random(1).nextBytes(value);
        LongAdder acknowledged = new LongAdder();
        long start = System.nanoTime();
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; System.nanoTime() - start < length.toNanos(); i++) {
                producer.send(new ProducerRecord<>(TOPIC, i % PARTITIONS, null, value), (_, failure) -> {
                    if (failure == null) {
                        acknowledged.increment();
                    }
                });
            }
            producer.flush();
            return acknowledged.sum() * 1e9 / (System.nanoTime() - start);
        }
    }
}
