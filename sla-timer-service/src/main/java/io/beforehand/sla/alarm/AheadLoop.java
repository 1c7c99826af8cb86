package io.beforehand.sla.alarm;

import io.beforehand.messaging.outbox.TimedEvents;
import io.beforehand.messaging.transaction.Failures;
import io.beforehand.sla.alarm.AlarmQueue.Due;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
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

    /** How many warnings a second can surely be given. */
    private static final int PACE = 5_000;

    /**
     * How long before its moment a warning may be given where more than that come together. Shorter than brokers wait for a replica
     * that is silent: what a frozen one has in memory is overdue when another takes over, and taken back by nobody.
     */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** They are in memory until their moment, a kilobyte and a half each. */
    private static final int MOST_GIVEN = 30_000;

    private final AlarmQueue queue;
    private final AheadBell bell;
    private final TimedEvents given;
    private final DatabaseTime time;
    private final Duration ahead;
    private final int batch;
    private volatile boolean running = true;

    AheadLoop(AlarmQueue queue, AheadBell bell, TimedEvents given, DatabaseTime time, AlarmConfig config) {
        this.queue = queue;
        this.bell = bell;
        this.given = given;
        this.time = time;
        this.ahead = within(config.ahead());
        this.batch = config.batch();
    }

    private static Duration within(Duration ahead) {
        if (ahead.isNegative() || ahead.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "beforehand.alarm.ahead is %s; it can be 0 to %s.".formatted(ahead, LONGEST));
        }
        return ahead;
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
            Instant by = reach(time.now());
            int room = Math.min(batch, MOST_GIVEN - given.requests());
            List<Due> due = room > 0 ? queue.takeAhead(by, room) : List.of();
            if (!due.isEmpty()) {
                give(due, by);
            }
            if (due.size() < batch) {
                LockSupport.parkNanos(BATCHES_APART.toNanos());
            }
        }
    }

    /** Up to when warnings are given now: sooner than usual where so many come together that the last would be late. */
    private Instant reach(Instant now) {
        Instant usual = now.plus(ahead);
        return queue.crowd(usual, PACE, now.plus(LONGEST)).orElse(usual);
    }

    private void give(List<Due> due, Instant by) {
        try {
            bell.give(due, by).await().atMost(PATIENCE);
        } catch (RuntimeException e) {
            LOG.debugf("Warnings are not given ahead count=%s failure=%s", due.size(), Failures.describe(e));
            queue.putBack(due.stream().map(Due::notAhead).toList());
        }
    }
}
