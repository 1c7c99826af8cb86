package io.beforehand.benchmarks.timers;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads a subject's records and notes when it had each. That is after the broker acknowledged it, so what is measured is a little more
 * than what was promised.
 */
final class Receiver implements AutoCloseable {
    private static final String TYPE = "ce_type";
    private static final String TIME = "ce_time";
    private static final String WARNING = "io.beforehand.sla.warning-raised.v1";
    private static final Duration LOOK = Duration.ofMillis(20);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Tally tally;
    private final Thread thread;
    private volatile boolean running = true;

    /** From now on; what was written before does not count. */
    Receiver(String bootstrapServers, String topic, Tally tally) {
        this.tally = tally;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        this.thread = Thread.ofPlatform().name("receiver").daemon().start(this::receive);
    }

    /** Returns when every alarm was told of, or at that moment. */
    void await(Instant patience) {
        while (!tally.complete() && Instant.now().isBefore(patience)) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private void receive() {
        while (running) {
            var records = consumer.poll(LOOK);
            Instant received = Instant.now();
            for (ConsumerRecord<String, byte[]> each : records) {
                if (tells(each)) {
                    tally.told(new Told(each.key(), decided(each), Instant.ofEpochMilli(each.timestamp()), received));
                }
            }
        }
    }

    /** A warning of ours, or anything that another subject writes. */
    private static boolean tells(ConsumerRecord<?, ?> each) {
        Header type = each.headers().lastHeader(TYPE);
        return type == null || new String(type.value(), StandardCharsets.UTF_8).equals(WARNING);
    }

    private static Instant decided(ConsumerRecord<?, ?> each) {
        Header time = each.headers().lastHeader(TIME);
        return time == null ? Instant.MIN : Instant.parse(new String(time.value(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
    }
}
