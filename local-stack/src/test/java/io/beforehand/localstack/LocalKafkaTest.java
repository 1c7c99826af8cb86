package io.beforehand.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    static LocalKafka kafka;

    @BeforeAll
    static void start(@TempDir Path folder) {
        kafka = new LocalKafka(folder, Ports.free());
        kafka.start();
    }

    @AfterAll
    static void stop() {
        kafka.stop();
    }

    @Test
    void whatWasAcknowledgedSurvivesAKillOfTheBroker() throws Exception {
        // Given
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("promises", 1, (short) 1)))
                    .all()
                    .get();
        }
        try (var producer = producer(PATIENCE)) {
            for (int i = 0; i < 100; i++) {
                producer.send(new ProducerRecord<>("promises", "promise " + i)).get();
            }
        }

        // When
        kafka.kill();
        assertThat(kafka.running()).isFalse();
        kafka.start();

        // Then
        assertThat(valuesOf("promises", 100))
                .hasSize(100)
                .startsWith("promise 0")
                .endsWith("promise 99");
    }

    @Test
    void aTopicIsNotMadeByBeingNamed() {
        try (var producer = producer(Duration.ofSeconds(1))) {
            assertThatThrownBy(() ->
                            producer.send(new ProducerRecord<>("nobodys", "x")).get())
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("nobodys");
        }
    }

    /** @param patience how long it looks for a topic */
    private static KafkaProducer<String, String> producer(Duration patience) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "acks",
                        "all",
                        "max.block.ms",
                        patience.toMillis()),
                new StringSerializer(),
                new StringSerializer());
    }

    private static List<String> valuesOf(String topic, int count) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            TopicPartition only = new TopicPartition(topic, 0);
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            List<String> values = new ArrayList<>();
            Instant end = Instant.now().plus(PATIENCE);
            while (values.size() < count && Instant.now().isBefore(end)) {
                consumer.poll(Duration.ofMillis(100)).forEach(consumed -> values.add(consumed.value()));
            }
            return values;
        }
    }
}
