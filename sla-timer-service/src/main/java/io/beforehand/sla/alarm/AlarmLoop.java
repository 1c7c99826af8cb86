package io.beforehand.sla.alarm;

import io.beforehand.messaging.partition.NotOwnerException;
import io.beforehand.messaging.partition.PartitionKeeper;
import io.beforehand.messaging.transaction.FailureClass;
import io.beforehand.sla.alarm.AlarmQueue.Due;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.TimeoutException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Waits for the soonest alarm and has it rung. What falls due while batches are under way forms the next. */
@ApplicationScoped
class AlarmLoop {

    private static final Logger LOG = Logger.getLogger(AlarmLoop.class);
    /** Batches under way: one is decided while another is stored. */
    private static final int AT_ONCE = 2;

    private static final Duration IDLE = Duration.ofMillis(200);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(100);
    private static final Duration AFTER_DEFECT = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AlarmQueue queue;
    private final AlarmBell bell;
    private final PartitionKeeper keeper;
    private final DatabaseTime time;
    private final AlarmMetrics metrics;
    private final int batch;
    private volatile boolean running = true;

    AlarmLoop(
            AlarmQueue queue,
            AlarmBell bell,
            PartitionKeeper keeper,
            DatabaseTime time,
            AlarmMetrics metrics,
            AlarmConfig config) {
        this.queue = queue;
        this.bell = bell;
        this.keeper = keeper;
        this.time = time;
        this.metrics = metrics;
        this.batch = config.batch();
    }

    void start(@Observes StartupEvent event) {
        for (int i = 0; i < AT_ONCE; i++) {
            Thread.ofPlatform().name("alarm-loop-" + i).daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        running = false;
        LOG.info("Alarm loop rings nothing further before shutdown");
    }

    private void run() {
        while (running) {
            try {
                List<Due> due = queue.take(time.now(), batch);
                if (due.isEmpty()) {
                    queue.await(time, IDLE);
                } else {
                    ring(due);
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Whatever goes wrong, the alarms are looked at again; those of partitions that are not open here fall away by that. */
    private void ring(List<Due> due) {
        try {
            bell.ring(due).await().atMost(PATIENCE);
        } catch (RuntimeException e) {
            FailureClass failure = e instanceof TimeoutException ? FailureClass.RETRY : FailureClass.of(e);
            LOG.warnf(
                    "Alarms could not ring and are tried again count=%s class=%s failure=%s",
                    due.size(), failure, e.getClass().getName());
            switch (failure) {
                case RETRY -> again(due, AFTER_FAILURE);
                case NOT_OWNER -> {
                    again(due, AFTER_FAILURE);
                    if (e instanceof NotOwnerException notOwner) {
                        keeper.giveUp(notOwner.partitions());
                    }
                }
                case DATA, BUG -> oneByOne(due);
            }
        }
    }

    /** Finds the alarm that cannot ring, so that its neighbours can. */
    private void oneByOne(List<Due> due) {
        if (due.size() > 1) {
            due.forEach(each -> ring(List.of(each)));
        } else {
            metrics.failed();
            again(due, AFTER_DEFECT);
        }
    }

    private void again(List<Due> due, Duration pause) {
        Instant later = time.now().plus(pause);
        queue.putBack(due.stream().map(each -> each.again(later)).toList());
    }
}
