package io.beforehand.sla.alarm;

import io.beforehand.messaging.partition.PartitionListener;
import io.beforehand.sla.request.NextAlarms.NextAlarm;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Keeps the near alarms of every owned partition in the queue: all that is near when a partition is taken over, then each
 * window once, well before it comes. Now and then looks for what is overdue in the table all the same, so that no slip of
 * memory outlives a few seconds.
 */
@ApplicationScoped
class AlarmWindows implements PartitionListener {

    private static final Logger LOG = Logger.getLogger(AlarmWindows.class);
    private static final Duration ASK_EVERY = Duration.ofMillis(200);
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(2);
    private static final Duration SLIPPED = Duration.ofSeconds(1);
    private static final Duration JUMP = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_SWEPT = 1000;

    private final AlarmQueue queue;
    private final AlarmRows rows;
    private final DatabaseTime time;
    private final AlarmMetrics metrics;
    private final Duration window;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("alarm-windows").daemon().unstarted(task));

    AlarmWindows(AlarmQueue queue, AlarmRows rows, DatabaseTime time, AlarmMetrics metrics, AlarmConfig config) {
        this.queue = queue;
        this.rows = rows;
        this.time = time;
        this.metrics = metrics;
        this.window = config.window();
    }

    void start(@Observes StartupEvent event) {
        every(ASK_EVERY, this::lookAhead);
        every(SWEEP_EVERY, this::sweep);
    }

    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        rounds.shutdown();
    }

    /** One statement for the time and one for the partition's near alarms. */
    @Override
    public Uni<Void> acquired(int partition) {
        return time.ask().chain(() -> {
            Instant horizon = time.now().plus(window);
            queue.open(partition, horizon);
            return load(partition, AlarmRows.LONG_AGO, horizon);
        });
    }

    @Override
    public void lost(int partition) {
        queue.close(partition);
    }

    /** Comes after the horizon has moved: what is stored meanwhile is offered by whoever stores it. */
    private Uni<Void> load(int partition, Instant from, Instant horizon) {
        return rows.near(partition, from, horizon).invoke(queue::changed).replaceWithVoid();
    }

    private void lookAhead() {
        Duration off = time.ask().await().atMost(PATIENCE);
        if (off.abs().compareTo(JUMP) > 0) {
            metrics.clockJumped();
            LOG.infof("Database clock jumped off=%s", off);
        }
        Instant soon = time.now().plus(window.dividedBy(2));
        Instant horizon = time.now().plus(window);
        queue.horizons().forEach((partition, reached) -> {
            if (reached.isBefore(soon)) {
                queue.extend(partition, horizon);
                load(partition, reached, horizon).await().atMost(PATIENCE);
            }
        });
        queue.wake();
    }

    private void sweep() {
        Set<Integer> partitions = queue.horizons().keySet();
        List<NextAlarm> overdue = rows.overdue(partitions, time.now().minus(SLIPPED), MOST_SWEPT)
                .await()
                .atMost(PATIENCE);
        metrics.overdue(overdue.size());
        queue.offerMissing(overdue);
    }

    private void every(Duration period, Runnable round) {
        rounds.scheduleWithFixedDelay(
                () -> {
                    try {
                        round.run();
                    } catch (RuntimeException e) {
                        LOG.warnf(
                                "Alarm windows are tried again failure=%s",
                                e.getClass().getName());
                    }
                },
                0,
                period.toMillis(),
                TimeUnit.MILLISECONDS);
    }
}
