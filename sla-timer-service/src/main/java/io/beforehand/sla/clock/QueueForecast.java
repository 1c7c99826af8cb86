package io.beforehand.sla.clock;

import io.beforehand.events.Metric;
import io.beforehand.events.SlaEvent;
import io.beforehand.sla.clock.ClockState.Running;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the queue says about a request's first response: when somebody is expected to take it, and what was told because of that.
 * It is no part of the history: an estimate is not something that happened.
 *
 * @param expectedAt {@link Instant#MIN} when there is no estimate, or none is needed any more
 * @param toldCycle of the clock for which a breach was forecast and not taken back; 0 if there is none
 */
public record QueueForecast(Instant expectedAt, int toldCycle) {

    /** Nothing expected, nothing told. */
    public static final QueueForecast NONE = new QueueForecast(Instant.MIN, 0);

    /** What is known now, and what there is to tell. */
    public record Judgement(QueueForecast forecast, List<SlaEvent> events) {}

    /** The queue says that somebody will take the request then. */
    public QueueForecast expecting(Instant at) {
        return new QueueForecast(at, toldCycle);
    }

    /** Somebody has the request, so the queue has nothing to say any more. */
    public QueueForecast taken() {
        return new QueueForecast(Instant.MIN, toldCycle);
    }

    /** Holds the estimate against the deadline, which may have moved too. A deadline that has passed speaks for itself. */
    public Judgement judge(RequestClocks clocks, Instant now) {
        Optional<Clock> open = clocks.clocks().stream()
                .filter(clock -> clock.ref().metric().equals(Metric.FIRST_RESPONSE))
                .filter(clock -> clock.state() instanceof Running running && !running.isOverdue(now))
                .findFirst();
        return open.map(this::judge).orElseGet(() -> new Judgement(this, List.of()));
    }

    private Judgement judge(Clock clock) {
        Instant dueAt = clock.course().dueAt();
        boolean willMiss = expectedAt.isAfter(dueAt);
        boolean told = toldCycle == clock.ref().cycle();
        if (willMiss == told) {
            return new Judgement(this, List.of());
        }
        Instant when = expectedAt.equals(Instant.MIN) ? dueAt : expectedAt;
        return new Judgement(
                new QueueForecast(expectedAt, willMiss ? clock.ref().cycle() : 0),
                List.of(new SlaEvent.BreachForecast(clock.ref(), dueAt, when, told)));
    }
}
