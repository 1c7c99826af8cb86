package io.beforehand.messaging.relay;

import io.beforehand.messaging.outbox.Outbox;
import io.beforehand.messaging.outbox.TimedEvents;
import io.beforehand.messaging.partition.Ownership;
import io.beforehand.messaging.partition.PartitionListener;
import io.beforehand.messaging.transaction.Failures;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Keeps the timed events of every owned lane in memory: all of them when it is taken over. Now and then looks for those in the
 * table that should have gone out, so that no slip of memory outlives a few seconds.
 */
@ApplicationScoped
class TimedLanes implements PartitionListener {

    private static final Logger LOG = Logger.getLogger(TimedLanes.class);
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(5);
    private static final Duration SLIPPED = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Longer than anything is stored ahead. */
    private static final Duration ALL = Duration.ofDays(1);

    private final Outbox outbox;
    private final TimedEvents timed;
    private final Ownership ownership;
    private final ScheduledExecutorService sweeps = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("timed-events").daemon().unstarted(task));

    TimedLanes(Outbox outbox, TimedEvents timed, Ownership ownership) {
        this.outbox = outbox;
        this.timed = timed;
        this.ownership = ownership;
    }

    void start(@Observes StartupEvent event) {
        sweeps.scheduleWithFixedDelay(
                this::sweep, SWEEP_EVERY.toMillis(), SWEEP_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        sweeps.shutdownNow();
    }

    @Override
    public Uni<Void> acquired(int partition) {
        return find(Set.of(partition), ALL);
    }

    @Override
    public void lost(int partition) {
        timed.lost(partition);
    }

    private void sweep() {
        try {
            find(ownership.owned(), SLIPPED.negated()).await().atMost(PATIENCE);
        } catch (RuntimeException e) {
            LOG.warnf("Timed events are looked for again failure=%s", Failures.describe(e));
        }
    }

    private Uni<Void> find(Set<Integer> lanes, Duration ahead) {
        return lanes.isEmpty()
                ? Uni.createFrom().voidItem()
                : outbox.timed(lanes, ahead).invoke(timed::found).replaceWithVoid();
    }
}
