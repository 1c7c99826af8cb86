package io.beforehand.messaging.relay;

import io.beforehand.messaging.outbox.Outbox;
import io.beforehand.messaging.outbox.Timed;
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
import java.util.List;
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
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int SWEEP_AFTER_LOOKS = 5;
    private static final Duration SLIPPED = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** By then the database has carried out or given up a commit whose answer was lost. */
    private static final Duration SETTLED = Duration.ofSeconds(1);

    /** Longer than anything is stored ahead. */
    private static final Duration ALL = Duration.ofDays(1);

    private final Outbox outbox;
    private final TimedEvents timed;
    private final Ownership ownership;
    private int looksDone;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("timed-events").daemon().unstarted(task));

    TimedLanes(Outbox outbox, TimedEvents timed, Ownership ownership) {
        this.outbox = outbox;
        this.timed = timed;
        this.ownership = ownership;
    }

    void start(@Observes StartupEvent event) {
        looks.scheduleWithFixedDelay(this::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        looks.shutdownNow();
    }

    @Override
    public Uni<Void> acquired(int partition) {
        return outbox.timed(Set.of(partition), ALL)
                .invoke(stored -> {
                    timed.gained(partition);
                    timed.found(stored);
                })
                .replaceWithVoid();
    }

    @Override
    public void lost(int partition) {
        timed.lost(partition);
    }

    private void look() {
        try {
            resolve();
            looksDone++;
            if (looksDone % SWEEP_AFTER_LOOKS == 0 && !ownership.owned().isEmpty()) {
                sweep();
            }
        } catch (RuntimeException e) {
            LOG.warnf("Timed events are looked for again failure=%s", Failures.describe(e));
        }
    }

    private void sweep() {
        timed.lookBegins();
        try {
            timed.found(
                    outbox.timed(ownership.owned(), SLIPPED.negated()).await().atMost(PATIENCE));
        } finally {
            timed.lookEnds();
        }
    }

    private void resolve() {
        List<Timed> uncertain = timed.uncertain(SETTLED.toNanos());
        if (!uncertain.isEmpty()) {
            timed.resolved(uncertain, outbox.stillTimed(uncertain).await().atMost(PATIENCE));
        }
    }
}
