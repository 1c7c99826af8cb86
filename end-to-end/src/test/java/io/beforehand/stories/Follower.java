package io.beforehand.stories;

import io.beforehand.stories.Topic.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Hears what a topic is told from now on, and when each record comes. */
final class Follower implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    /** @param arrivedAt when a consumer had it */
    record Heard(Told told, Instant arrivedAt) {}

    private final Map<String, List<Heard>> byRequest = new ConcurrentHashMap<>();
    private final KafkaConsumer<String, String> consumer;
    private final Thread thread = new Thread(this::hear, "follower");
    private volatile boolean closing;

    Follower(Topic topic) {
        consumer = topic.consumer();
        List<TopicPartition> partitions = topic.partitions(consumer);
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread.start();
    }

    private void hear() {
        while (!closing) {
            for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
                Heard heard = new Heard(Told.of(record), Instant.now());
                byRequest.merge(record.key(), List.of(heard), Follower::joined);
            }
        }
        consumer.close();
    }

    private static List<Heard> joined(List<Heard> before, List<Heard> more) {
        List<Heard> all = new ArrayList<>(before);
        all.addAll(more);
        return List.copyOf(all);
    }

    /** About that request so far, in the order in which it came. */
    List<Heard> about(String requestId) {
        return byRequest.getOrDefault(requestId, List.of());
    }

    void forget() {
        byRequest.clear();
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
