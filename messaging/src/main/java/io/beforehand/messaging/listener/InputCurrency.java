package io.beforehand.messaging.listener;

import io.beforehand.messaging.partition.Positions;
import io.beforehand.messaging.topic.KafkaAdmin;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells whether everything that happened so far has been processed. What decides by the absence of an event (nobody has
 * answered) asks here first, or it would take its own lateness for somebody's silence.
 */
@ApplicationScoped
public class InputCurrency {

    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(2);

    private final KafkaAdmin kafka;
    private final Positions positions;
    private final List<String> topics;

    InputCurrency(
            KafkaAdmin kafka,
            Positions positions,
            @ConfigProperty(name = "mp.messaging.incoming.events.topics") List<String> topics) {
        this.kafka = kafka;
        this.positions = positions;
        this.topics = List.copyOf(topics);
    }

    /**
     * Those of the partitions whose inputs are processed up to the ends that the topics have at the time of the call or
     * later. Costs one request to the brokers; fails when they do not answer within five seconds.
     *
     * @param patience how long the others have to reach those ends: under steady load something is always on its way, and is
     *     processed a moment later
     */
    public Uni<Set<Integer>> current(Set<Integer> partitions, Duration patience) {
        return ends(partitions).flatMap(ends -> current(partitions, ends, System.nanoTime() + patience.toNanos()));
    }

    /** The ends of the partitions of all topics at some time. */
    public record Ends(Map<TopicPartition, Long> offsets) {}

    /** The ends at the time of the call or later. One request to the brokers; fails when they do not answer within five seconds. */
    public Uni<Ends> ends(Set<Integer> partitions) {
        return endOffsets(partitions).map(Ends::new);
    }

    /** Whether what the partition of every topic held at that time is processed. */
    public boolean reached(Ends ends, int partition) {
        return ends.offsets().entrySet().stream()
                .allMatch(end -> end.getKey().partition() != partition || reached(end.getKey(), end.getValue()));
    }

    private Uni<Set<Integer>> current(Set<Integer> partitions, Ends ends, long until) {
        Set<Integer> current = new TreeSet<>(partitions);
        current.removeIf(partition -> !reached(ends, partition));
        return current.size() == partitions.size() || System.nanoTime() >= until
                ? Uni.createFrom().item(current)
                : Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(LOOK_EVERY)
                        .chain(() -> current(partitions, ends, until));
    }

    Uni<Map<TopicPartition, Long>> endOffsets(Collection<Integer> partitions) {
        List<TopicPartition> inputs = new ArrayList<>();
        for (String topic : topics) {
            partitions.forEach(partition -> inputs.add(new TopicPartition(topic, partition)));
        }
        return Uni.createFrom()
                .completionStage(() -> kafka.endOffsets(inputs).toCompletionStage())
                .ifNoItem()
                .after(WAIT)
                .fail();
    }

    /** Whether the position is at that offset or beyond; an owned partition's always is at an empty topic's end. */
    boolean reached(TopicPartition partition, long offset) {
        return positions.next(partition).orElse(-1L) >= offset;
    }
}
