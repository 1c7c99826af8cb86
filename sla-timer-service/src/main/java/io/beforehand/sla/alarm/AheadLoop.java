package io.beforehand.sla.alarm;

import io.beforehand.messaging.transaction.Failures;
import io.beforehand.sla.alarm.AlarmQueue.Due;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Has warnings given ahead, many at once. What cannot be is left to its moment: nothing is tried twice here, and no harm comes
 * from not trying.
 */
@ApplicationScoped
class AheadLoop {

    private static final Logger LOG = Logger.getLogger(AheadLoop.class);

    /** A batch costs much more than an alarm of it, so they are few; short of {@link AlarmConfig#ahead} by far. */
    private static final Duration BATCHES_APART = Duration.ofMillis(100);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AlarmQueue queue;
    private final AheadBell bell;
    private final DatabaseTime time;
    private final Duration ahead;
    private final int batch;
    private volatile boolean running = true;

    AheadLoop(AlarmQueue queue, AheadBell bell, DatabaseTime time, AlarmConfig config) {
        this.queue = queue;
        this.bell = bell;
        this.time = time;
        this.ahead = config.ahead();
        this.batch = config.batch();
    }

    void start(@Observes StartupEvent event) {
        if (ahead.isPositive()) {
            Thread.ofPlatform().name("alarms-ahead").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        running = false;
    }

    private void run() {
        while (running) {
            List<Due> due = queue.takeAhead(time.now().plus(ahead), batch);
            if (!due.isEmpty()) {
                give(due);
            }
            if (due.size() < batch) {
                LockSupport.parkNanos(BATCHES_APART.toNanos());
            }
        }
    }

    private void give(List<Due> due) {
        try {
            bell.give(due).await().atMost(PATIENCE);
        } catch (RuntimeException e) {
            LOG.debugf("Warnings are not given ahead count=%s failure=%s", due.size(), Failures.describe(e));
            queue.putBack(due.stream().map(Due::notAhead).toList());
        }
    }
}
