package io.beforehand.messaging.trials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beforehand.events.EventCodec;
import io.beforehand.events.EventCodec.Decoded;
import io.beforehand.events.Owner;
import io.beforehand.events.RoutingEvent.QueueMoved;
import io.beforehand.events.StreamEvent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the ledger and the whole topic afterwards and says whether every promise was kept. */
final class Audit {

    private final Stage stage;

    Audit(Stage stage) {
        this.stage = stage;
    }

    /** Nothing lost, nothing twice, order per request kept, nothing valid set aside. */
    void passes(Traffic traffic) {
        await("every event is entered").atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        stage.number("SELECT count(*) FROM entry WHERE request_id LIKE '" + traffic.name() + "-%'"))
                .contains((long) traffic.size()));
        await("everything told is sent").atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        stage.number("SELECT count(*) FROM outbox"))
                .contains(0L));
        try {
            everyEventIsEnteredOnce(traffic);
            everyEntryIsToldOnceAndInOrder(traffic);
            assertThat(stage.number(
                            "SELECT count(*) FROM dead_letter WHERE request_id LIKE '" + traffic.name() + "-%'"))
                    .as("valid events set aside")
                    .contains(0L);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void everyEventIsEnteredOnce(Traffic traffic) throws SQLException {
        Map<String, TreeSet<Long>> entered = new HashMap<>();
        try (Connection connection = stage.connect();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT request_id, seq FROM entry WHERE request_id LIKE '" + traffic.name() + "-%'")) {
            while (rows.next()) {
                entered.computeIfAbsent(rows.getString(1), _ -> new TreeSet<>()).add(rows.getLong(2));
            }
        }
        for (List<StreamEvent> request : traffic.requests()) {
            assertThat(entered.get(request.getFirst().requestId()))
                    .as("entries of %s", request.getFirst().requestId())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, request.size()).boxed().toList());
        }
    }

    /** Copies may stand in the topic; a consumer that drops what is not new must see 1, 2, 3 … and each entry once. */
    private void everyEntryIsToldOnceAndInOrder(Traffic traffic) {
        Map<String, List<StreamEvent>> told = new LinkedHashMap<>();
        Map<String, StreamEvent> first = new HashMap<>();
        for (StreamEvent event : topic(Owner.ROUTING)) {
            if (!event.requestId().startsWith(traffic.name() + "-")) {
                continue;
            }
            StreamEvent original = first.putIfAbsent(event.id(), event);
            if (original == null) {
                List<StreamEvent> stream = told.computeIfAbsent(event.requestId(), _ -> new ArrayList<>());
                assertThat(event.sequence())
                        .as("order of %s", event.requestId())
                        .isEqualTo(stream.size() + 1L);
                stream.add(event);
            } else {
                assertThat(event).as("a copy says what the original said").isEqualTo(original);
            }
        }
        for (List<StreamEvent> request : traffic.requests()) {
            assertThat(told.get(request.getFirst().requestId()))
                    .as("told of %s", request.getFirst().requestId())
                    .extracting(event -> (long) ((QueueMoved) event.event()).position())
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, request.size()).boxed().toList());
        }
    }

    /** The sequences of what was told of a request, as they first appear. */
    List<Long> told(String requestId) {
        return topic(Owner.ROUTING).stream()
                .filter(event -> event.requestId().equals(requestId))
                .map(StreamEvent::sequence)
                .distinct()
                .toList();
    }

    /** The requests of that name that were told of, copies and all. */
    List<String> toldOf(String name) {
        return topic(Owner.ROUTING).stream()
                .map(StreamEvent::requestId)
                .filter(id -> id.startsWith(name))
                .toList();
    }

    private List<StreamEvent> topic(Owner owner) {
        List<StreamEvent> events = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", stage.kafka().bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(owner.topic()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofMillis(200))) {
                    events.add(read(message));
                }
            }
        }
        return events;
    }

    private static StreamEvent read(ConsumerRecord<byte[], byte[]> message) {
        Map<String, String> headers = new HashMap<>();
        message.headers().forEach(h -> headers.put(h.key(), new String(h.value(), UTF_8)));
        assertThat(new String(message.key(), UTF_8)).isEqualTo(headers.get("ce_subject"));
        return switch (EventCodec.decode(headers, message.value())) {
            case Decoded.Known(StreamEvent event) -> event;
            case Decoded decoded -> throw new AssertionError("our own record is " + decoded);
        };
    }
}
