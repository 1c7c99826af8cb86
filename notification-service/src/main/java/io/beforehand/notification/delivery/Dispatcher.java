package io.beforehand.notification.delivery;

import io.beforehand.messaging.partition.Ownership;
import io.beforehand.messaging.partition.PartitionListener;
import io.beforehand.messaging.transaction.Failures;
import io.beforehand.notification.loop.DatabaseClock;
import io.beforehand.notification.loop.Loop;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Has deliveries attempted at their moment: takes what is due from the queue, asks the table whether it still is and still
 * ours, and hands it to the {@link Courier}. Reads the table ahead every so often, for what the queue does not know.
 */
@ApplicationScoped
class Dispatcher implements PartitionListener {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final Duration STATEMENT = Duration.ofSeconds(15);
    private static final int MAX_CLAIM = 500;
    private static final int MORE_THAN_KNOWN = 1_000;
    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final Duration TROUBLE = Duration.ofSeconds(1);

    private final DeliveryConfig config;
    private final DeliveryQueue queue;
    private final DueTable table;
    private final Ownership ownership;
    private final Courier courier;
    private final DatabaseClock clock;
    private final Loop loop = new Loop("deliveries", this::turn);
    private long lastRead = System.nanoTime() - Duration.ofDays(1).toNanos();

    Dispatcher(DeliveryConfig config, DueTable table, Ownership ownership, Courier courier, DatabaseClock clock) {
        this.config = config;
        this.queue = new DeliveryQueue(config.places(), config.depth());
        this.table = table;
        this.ownership = ownership;
        this.courier = courier;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    /** First step of a shutdown: nothing more is attempted, while what is under way is finished and recorded. */
    void drain(@Observes ShutdownDelayInitiatedEvent event) {
        loop.stop();
        LOG.info("Deliveries stand still before shutdown");
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** Takes note of those that are due soon; the others are read from the table in time. */
    void offer(List<DueDelivery> deliveries) {
        Instant soon = clock.now().plus(config.horizon());
        deliveries.stream().filter(due -> due.dueAt().isBefore(soon)).forEach(queue::offer);
        loop.wake();
    }

    @Override
    public Uni<Void> acquired(int partition) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public void lost(int partition) {
        queue.forget(partition);
    }

    private Duration turn() {
        readAhead();
        List<DueDelivery> due = queue.take(clock.now(), MAX_CLAIM);
        if (!due.isEmpty()) {
            attempt(due);
        }
        return rest(due.size() == MAX_CLAIM);
    }

    private Duration rest(boolean more) {
        if (more) {
            return Duration.ZERO;
        }
        Instant now = clock.now();
        Duration untilNext = queue.nextDue()
                .map(next -> Duration.between(now, next).plusMillis(1))
                .orElse(config.poll());
        if (untilNext.isNegative()) {
            return Duration.ZERO;
        }
        return untilNext.compareTo(config.poll()) < 0 ? untilNext : config.poll();
    }

    private void readAhead() {
        Set<Integer> owned = ownership.owned();
        if (owned.isEmpty() || System.nanoTime() - lastRead < config.poll().toNanos()) {
            return;
        }
        // Whatever is known already, there is room in the answer for what is not.
        int limit = queue.size() + MORE_THAN_KNOWN;
        DueTable.Near near = table.near(owned, config.horizon(), queue.full(clock.now()), limit)
                .await()
                .atMost(STATEMENT);
        lastRead = System.nanoTime();
        clock.read(near.now());
        near.deliveries().forEach(queue::offer);
    }

    /** What the table does not confirm is let go: it is done, not due yet, or somebody else's. */
    private void attempt(List<DueDelivery> due) {
        Map<String, DueDelivery> taken = new HashMap<>(due.stream().collect(Collectors.toMap(DueDelivery::id, d -> d)));
        try {
            Map<Integer, Long> epochs =
                    ownership.epochs(due.stream().map(DueDelivery::partition).toList());
            List<ClaimedDelivery> claimed = table.claim(due, epochs).await().atMost(STATEMENT);
            courier.carry(claimed, (delivery, next) -> finished(delivery.due(), next));
            claimed.forEach(delivery -> taken.remove(delivery.id()));
        } finally {
            taken.values().forEach(queue::done);
        }
    }

    private void finished(DueDelivery due, Courier.Next next) {
        queue.done(due);
        switch (next) {
            case Courier.Next.Over _ -> {}
            case Courier.Next.Again(Instant at) -> queue.offer(due.at(at));
            case Courier.Next.LookAgain _ -> queue.offer(due.at(clock.now().plus(GLANCE)));
            case Courier.Next.Troubled(Throwable failure) -> {
                LOG.warnf("Delivery put off deliveryId=%s failure=%s", due.id(), Failures.describe(failure));
                queue.offer(due.at(clock.now().plus(TROUBLE)));
            }
        }
        loop.wake();
    }
}
