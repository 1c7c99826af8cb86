package io.beforehand.intake;

import io.beforehand.events.EventCodec;
import io.beforehand.events.Owner;
import io.beforehand.events.StreamEvent;
import io.beforehand.localstack.testing.LocalStackResource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Hears everything that intake tells, from the beginning. */
public final class RequestsTopic implements AutoCloseable {

    private static final int PARTITIONS = 12;

    private final KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
            Map.of("bootstrap.servers", LocalStackResource.kafka().bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    private final Map<String, List<StreamEvent>> heard = new ConcurrentHashMap<>();

    public RequestsTopic() {
        // Not asked for: the service may not have made its topic yet.
        List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Owner.REQUESTS.topic(), partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** What has been told about the request so far, in its order. */
    public List<StreamEvent> of(String requestId) {
        consumer.poll(Duration.ofMillis(100)).forEach(this::take);
        return heard.getOrDefault(requestId, List.of());
    }

    private void take(ConsumerRecord<byte[], byte[]> message) {
        Map<String, String> headers = new HashMap<>();
        message.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        if (EventCodec.decode(headers, message.value()) instanceof EventCodec.Decoded.Known(StreamEvent event)) {
            heard.computeIfAbsent(event.requestId(), _ -> new CopyOnWriteArrayList<>())
                    .add(event);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
