package io.beforehand.messaging.partition;

import io.beforehand.messaging.partition.OwnerRows.Taken;
import io.beforehand.messaging.topic.TopicGuard;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Keeps what this replica owns in step with what Kafka assigned to it.
 *
 * <p>A partition that is assigned and not owned is taken over: its epoch is raised, what belongs to it is loaded, and the
 * consumer goes back to the stored position. That happens at once when Kafka assigns it, and again whenever ownership is
 * lost without Kafka taking the partition away: the database was out of reach, was restored, or another replica had taken
 * the partition for a moment.
 */
@ApplicationScoped
public class PartitionKeeper {

    private static final Logger LOG = Logger.getLogger(PartitionKeeper.class);
    private static final String CHANNEL = "events";
    private static final Duration KAFKA = Duration.ofSeconds(5);
    private static final Duration DATABASE = Duration.ofSeconds(10);
    private static final Duration CHECK_EVERY = Duration.ofMillis(250);

    private final Ownership ownership;
    private final Positions positions;
    private final OwnerRows ownerRows;
    private final TopicGuard topics;
    private final Instance<PartitionListener> listeners;
    private final KafkaClientService kafka;
    private final Set<TopicPartition> assigned = ConcurrentHashMap.newKeySet();
    private final Patience patience = new Patience();
    private final ScheduledExecutorService checks = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("partition-keeper").daemon().unstarted(task));
    private volatile boolean joined;

    PartitionKeeper(
            Ownership ownership,
            Positions positions,
            OwnerRows ownerRows,
            TopicGuard topics,
            Instance<PartitionListener> listeners,
            KafkaClientService kafka) {
        this.ownership = ownership;
        this.positions = positions;
        this.ownerRows = ownerRows;
        this.topics = topics;
        this.listeners = listeners;
        this.kafka = kafka;
    }

    /** Kafka gave these partitions to this replica. Called on the polling thread, before the first record is fetched. */
    void assigned(Collection<TopicPartition> partitions, Consumer<?, ?> consumer) {
        assigned.addAll(partitions);
        if (!joined) {
            joined = true;
            checks.scheduleWithFixedDelay(
                    this::takeWhatIsMissing, CHECK_EVERY.toMillis(), CHECK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
        take(partitions, consumer);
    }

    /** Kafka took these partitions away, or gave them to somebody else while this replica was not listening. */
    void revoked(Collection<TopicPartition> partitions) {
        partitions.forEach(assigned::remove);
        numbers(partitions).forEach(this::release);
    }

    /** Whether Kafka has ever assigned partitions to this replica, if only none of them. */
    public boolean joined() {
        return joined;
    }

    /** Stops processing the partitions until they are taken over anew, if they still are this replica's. */
    public void giveUp(Collection<Integer> partitions) {
        partitions.forEach(partition -> {
            patience.lost(partition);
            release(partition);
        });
    }

    private void release(int partition) {
        ownership.lost(partition);
        listeners.forEach(listener -> listener.lost(partition));
    }

    /** What is assigned and not owned, and has been left alone for long enough. */
    private List<TopicPartition> missing() {
        Set<Integer> owned = ownership.owned();
        return assigned.stream()
                .filter(tp -> !owned.contains(tp.partition()) && patience.isOver(tp.partition()))
                .toList();
    }

    /** The partitions of all topics that Kafka has assigned to this replica, owned or not. */
    public Set<TopicPartition> assigned() {
        return Set.copyOf(assigned);
    }

    private void takeWhatIsMissing() {
        try {
            if (topics.state() instanceof TopicGuard.State.Replaced) {
                ownership.owned().forEach(this::release);
            }
            if (!missing().isEmpty()) {
                kafka.getConsumer(CHANNEL)
                        .runOnPollingThread(consumer -> {
                            List<TopicPartition> still = new ArrayList<>(missing());
                            still.retainAll(consumer.assignment());
                            take(still, consumer);
                        })
                        .await()
                        .atMost(DATABASE.plus(KAFKA).plus(KAFKA));
            }
        } catch (RuntimeException e) {
            LOG.debugf("Partitions not taken yet failure=%s", e.getClass().getName());
        }
    }

    /** Runs on the polling thread, so that no record is fetched between reading the positions and seeking to them. */
    private void take(Collection<TopicPartition> partitions, Consumer<?, ?> consumer) {
        if (partitions.isEmpty()) {
            return;
        }
        try {
            if (!topics.check()) {
                LOG.errorf("Partitions not taken because a topic is not the one that was read before");
                return;
            }
            Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions, KAFKA);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, KAFKA);
            Taken taken = ownerRows.take(partitions).await().atMost(DATABASE);
            if (!reachesAsFarAs(taken.positions(), ends)) {
                return;
            }
            for (TopicPartition partition : partitions) {
                seek(consumer, partition, taken.positions().getOrDefault(partition, 0L), beginnings);
            }
            taken.epochs().forEach(this::own);
            LOG.infof("Partitions taken over partitions=%s", taken.epochs().keySet());
        } catch (RuntimeException e) {
            numbers(partitions).forEach(this::release);
            LOG.warnf(
                    "Partitions could not be taken over, trying again partitions=%s failure=%s",
                    numbers(partitions), e.getClass().getName());
        }
    }

    /** A topic that ends before a stored position has lost records, and gives their offsets to others. */
    private static boolean reachesAsFarAs(Map<TopicPartition, Long> stored, Map<TopicPartition, Long> ends) {
        boolean reaches = true;
        for (Map.Entry<TopicPartition, Long> position : stored.entrySet()) {
            long end = ends.getOrDefault(position.getKey(), 0L);
            if (position.getValue() > end) {
                reaches = false;
                LOG.errorf(
                        "Topic ends before the stored position, not reading on partition=%s position=%s end=%s",
                        position.getKey(), position.getValue(), end);
            }
        }
        return reaches;
    }

    private void own(int partition, long epoch) {
        listeners.forEach(listener -> listener.lost(partition));
        listeners.forEach(listener -> listener.acquired(partition).await().atMost(DATABASE));
        patience.gained(partition);
        ownership.gained(partition, epoch);
    }

    private void seek(
            Consumer<?, ?> consumer, TopicPartition partition, long stored, Map<TopicPartition, Long> beginnings) {
        long beginning = beginnings.getOrDefault(partition, 0L);
        if (beginning > stored) {
            LOG.errorf(
                    "Records were removed before they were read topic=%s partition=%s from=%s to=%s",
                    partition.topic(), partition.partition(), stored, beginning);
            ownerRows.skipTo(partition, beginning).await().atMost(DATABASE);
        }
        long start = Math.max(stored, beginning);
        consumer.seek(partition, start);
        positions.set(partition, start);
    }

    private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).collect(Collectors.toCollection(TreeSet::new));
    }
}
