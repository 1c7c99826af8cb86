package io.beforehand.localstack.demo;

import io.beforehand.events.EventCodec;
import io.beforehand.events.Owner;
import io.beforehand.events.StreamEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Listens to the four topics, from their beginning, without a group: nobody's position is moved by it. */
final class Topics {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    Topics(String bootstrapServers) {
        this.consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        this.partitions = Arrays.stream(Owner.values())
                .flatMap(owner -> consumer.partitionsFor(owner.topic()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    /** Hands over all that happened before now. */
    void past(Consumer<StreamEvent> listener) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            inOrder(consumer.poll(POLL)).forEach(listener);
        }
    }

    /** Hands over what happens from now on, on a thread of its own. */
    void listen(Consumer<StreamEvent> listener) {
        Thread.ofPlatform().daemon().name("demo listener").start(() -> {
            try (consumer) {
                while (true) {
                    inOrder(consumer.poll(POLL)).forEach(listener);
                }
            } catch (WakeupException stopped) {
                // Somebody called stop().
            }
        });
    }

    void stop() {
        consumer.wakeup();
    }

    /** Between topics there is no order; what was read together is put into that of its history. */
    private static List<StreamEvent> inOrder(ConsumerRecords<byte[], byte[]> records) {
        List<StreamEvent> events = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Map<String, String> headers = new HashMap<>();
            record.headers()
                    .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
            if (EventCodec.decode(headers, record.value()) instanceof EventCodec.Decoded.Known(StreamEvent event)) {
                events.add(event);
            }
        }
        events.sort(StreamEvent.HISTORY_ORDER);
        return events;
    }
}
