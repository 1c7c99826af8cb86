package io.beforehand.stories;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** One of the topics, as anybody could read it. */
record Topic(Beforehand beforehand, String name) {

    /**
     * One record.
     *
     * @param event the short name, such as {@code request-assigned}
     * @param sequence its position among the events about that request
     * @param at when it happened
     * @param sentAt when it was sent, so after it was committed
     */
    record Told(String requestId, String event, long sequence, Instant at, Instant sentAt, JsonNode data) {

        static Told of(ConsumerRecord<String, String> record) {
            return new Told(
                    record.key(),
                    header(record, "ce_type").replaceFirst(".*\\.([a-z-]+)\\.v1$", "$1"),
                    Long.parseLong(header(record, "ce_sequence")),
                    Instant.parse(header(record, "ce_time")),
                    Instant.ofEpochMilli(record.timestamp()),
                    Beforehand.parse(record.value()));
        }

        /** The clock that it tells of; empty for an event without one. */
        String clock() {
            return data.at("/clock/id").asText();
        }

        private static String header(ConsumerRecord<String, String> record, String name) {
            return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
        }
    }

    /** All that it holds now; the events of one request in their order. */
    List<Told> all() {
        return records().stream().map(Told::of).toList();
    }

    /** The same as it lies in Kafka. */
    List<ConsumerRecord<String, String>> records() {
        List<ConsumerRecord<String, String>> all = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(500)).forEach(all::add);
            }
        }
        return all;
    }

    KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", beforehand.stack().kafka().bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer());
    }

    List<TopicPartition> partitions(KafkaConsumer<String, String> consumer) {
        return consumer.partitionsFor(name).stream()
                .map(each -> new TopicPartition(name, each.partition()))
                .toList();
    }

    List<Told> about(String requestId) {
        return all().stream().filter(told -> told.requestId().equals(requestId)).toList();
    }
}
