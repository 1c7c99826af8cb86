package io.beforehand.sla.alarm;

import io.beforehand.messaging.outbox.ReleaseListener;
import io.beforehand.messaging.outbox.Timed;
import io.beforehand.sla.clock.Clock;
import io.beforehand.sla.clock.ClockState.Breached;
import io.beforehand.sla.clock.Firing;
import io.beforehand.sla.request.RequestStore.Change;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code beforehand.alarm.*}: {@code lateness} from due to committed, and of what was given ahead to
 * acknowledged by Kafka, by {@code kind} (warning, breach); {@code early} must
 * stay 0; {@code oldest.age} how many seconds the oldest alarm in memory has been due, {@code overdue} how many alarms of this
 * replica's partitions the last sweep found due for more than a second (at most 1000); {@code held} how often one waited for
 * inputs; {@code failed} how often one could not ring for a reason of its own; {@code queue} alarms in memory; {@code clock.jumps} of the database's clock.
 */
@ApplicationScoped
class AlarmMetrics implements ReleaseListener {

    private final DatabaseTime time;
    private final Timer warnings;
    private final Timer breaches;
    private final Counter early;
    private final Counter held;
    private final Counter failed;
    private final Counter clockJumps;
    private final AtomicInteger overdue = new AtomicInteger();

    AlarmMetrics(MeterRegistry registry, AlarmQueue queue, DatabaseTime time) {
        this.time = time;
        warnings = lateness(registry, "warning");
        breaches = lateness(registry, "breach");
        early = registry.counter("beforehand.alarm.early");
        held = registry.counter("beforehand.alarm.held");
        failed = registry.counter("beforehand.alarm.failed");
        clockJumps = registry.counter("beforehand.alarm.clock.jumps");
        registry.gauge("beforehand.alarm.overdue", overdue);
        Gauge.builder("beforehand.alarm.queue", queue, AlarmQueue::size)
                .strongReference(true)
                .register(registry);
        Gauge.builder("beforehand.alarm.oldest.age", queue, q -> oldestAge(q, time))
                .baseUnit("seconds")
                .strongReference(true)
                .register(registry);
    }

    /** Changes that time has brought about. */
    void rung(List<Change> changes, Instant decidedAt, Instant committedAt) {
        for (Change change : changes) {
            for (Clock clock : change.after().clocks().clocks()) {
                change.before()
                        .clocks()
                        .find(clock.ref())
                        .ifPresent(before -> rung(before, clock, decidedAt, committedAt));
            }
        }
    }

    private void rung(Clock before, Clock after, Instant decidedAt, Instant committedAt) {
        if (after.state() instanceof Breached breached && !after.state().equals(before.state())) {
            record(breaches, breached.breachedAt(), decidedAt, committedAt);
        }
        after.firings().forEach((mark, firing) -> {
            if (firing instanceof Firing.Fired && !before.firings().containsKey(mark)) {
                record(warnings, after.due(mark), decidedAt, committedAt);
            }
        });
    }

    /** A warning that was given ahead, at its moment. */
    @Override
    public void sent(Timed timed) {
        Duration late = Duration.between(timed.at(), time.now());
        if (late.isNegative()) {
            early.increment();
        }
        warnings.record(late.isNegative() ? Duration.ZERO : late);
    }

    private void record(Timer timer, Instant due, Instant decidedAt, Instant committedAt) {
        if (decidedAt.isBefore(due)) {
            early.increment();
        }
        timer.record(Duration.between(due, committedAt));
    }

    void held(int alarms) {
        held.increment(alarms);
    }

    void failed() {
        failed.increment();
    }

    void overdue(int alarms) {
        overdue.set(alarms);
    }

    void clockJumped() {
        clockJumps.increment();
    }

    private static double oldestAge(AlarmQueue queue, DatabaseTime time) {
        return queue.soonest()
                .map(due -> Math.max(0, Duration.between(due, time.now()).toMillis() / 1000.0))
                .orElse(0.0);
    }

    private static Timer lateness(MeterRegistry registry, String kind) {
        return Timer.builder("beforehand.alarm.lateness")
                .tag("kind", kind)
                .publishPercentileHistogram()
                .register(registry);
    }
}
