package io.beforehand.messaging.listener;

import io.beforehand.messaging.partition.Ownership;
import io.beforehand.messaging.partition.PartitionKeeper;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Measures how far behind the service is, from outside its own loop, so that a loop that stands still shows.
 *
 * <p>{@code beforehand.listener.input.age}: seconds since which everything in the assigned partitions is known to be processed;
 * it grows while the listener, the database or Kafka stands still.
 */
@ApplicationScoped
class InputAge {

    private static final Duration ATMOST = Duration.ofSeconds(5);

    private record Sample(long takenAt, Map<TopicPartition, Long> ends) {}

    private final InputCurrency inputs;
    private final Ownership ownership;
    private final PartitionKeeper keeper;
    private final ScheduledExecutorService sampling = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("input-age").daemon().unstarted(task));
    private @Nullable Sample pending;
    private volatile long currentAt = System.nanoTime();

    InputAge(InputCurrency inputs, Ownership ownership, PartitionKeeper keeper, MeterRegistry registry) {
        this.inputs = inputs;
        this.ownership = ownership;
        this.keeper = keeper;
        Gauge.builder("beforehand.listener.input.age", () -> seconds(System.nanoTime() - currentAt))
                .baseUnit("seconds")
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        sampling.scheduleWithFixedDelay(this::sample, 1, 1, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        sampling.shutdownNow();
    }

    private void sample() {
        try {
            long now = System.nanoTime();
            if (pending == null) {
                pending = new Sample(now, inputs.endOffsets(assigned()).await().atMost(ATMOST));
            }
            if (pending.ends().entrySet().stream().allMatch(end -> isBehindUs(end.getKey(), end.getValue()))) {
                currentAt = pending.takenAt();
                pending = null;
            }
        } catch (RuntimeException e) {
            pending = null;
        }
    }

    private Set<Integer> assigned() {
        return keeper.assigned().stream().map(TopicPartition::partition).collect(Collectors.toSet());
    }

    /** What Kafka has given to another replica meanwhile is no longer ours to be late with; what is assigned and not owned is. */
    private boolean isBehindUs(TopicPartition partition, long end) {
        int number = partition.partition();
        return !assigned().contains(number) || (ownership.owned().contains(number) && inputs.reached(partition, end));
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }
}
