package io.beforehand.sla.request;

import io.beforehand.events.Event;
import io.beforehand.events.Metric;
import io.beforehand.events.Owner;
import io.beforehand.events.SlaEvent;
import io.beforehand.events.StreamEvent;
import io.beforehand.messaging.outbox.ReleaseListener;
import io.beforehand.messaging.outbox.Timed;
import io.beforehand.sla.policy.Policy;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * {@code beforehand.clock.events}: what was told of clocks, by {@code metric} ({@code budget} for those of teams and
 * parties) and {@code event}: started, paused, resumed, met, met-late, cancelled, forecast, forecast-withdrawn, warned, withdrawn,
 * breached, escalated, corrected.
 */
@ApplicationScoped
public class ClockMetrics implements ReleaseListener {

    private static final String[] EVENTS = {
        "started",
        "paused",
        "resumed",
        "met",
        "met-late",
        "cancelled",
        "forecast",
        "forecast-withdrawn",
        "warned",
        "withdrawn",
        "breached",
        "escalated",
        "corrected"
    };

    private static final String BUDGET = "budget";

    private final Map<String, Counter> counters = new LinkedHashMap<>();

    ClockMetrics(MeterRegistry registry) {
        Stream.concat(Policy.METRICS.stream().map(Metric::name), Stream.of(BUDGET))
                .forEach(metric -> {
                    for (String event : EVENTS) {
                        counters.put(
                                key(metric, event),
                                registry.counter("beforehand.clock.events", "metric", metric, "event", event));
                    }
                });
    }

    /** Counts what was given ahead and has gone out. */
    @Override
    public void sent(Timed timed) {
        told(timed.rows().stream().map(row -> row.event().decode(Owner.SLA)).toList());
    }

    /** Counts what has been committed. */
    public void told(Collection<StreamEvent> events) {
        for (StreamEvent event : events) {
            count(event.event());
        }
    }

    /** Counts warnings that were given ahead and taken back. */
    void withdrawn(Collection<Event> standIns) {
        standIns.forEach(this::count);
    }

    private void count(Event event) {
        if (event instanceof SlaEvent told) {
            Objects.requireNonNull(counters.get(key(label(told.clock().metric()), name(told))))
                    .increment();
        }
    }

    /** Budgets have any number of names. */
    private static String label(Metric metric) {
        return Policy.METRICS.contains(metric) ? metric.name() : BUDGET;
    }

    private static String key(String metric, String event) {
        return metric + " " + event;
    }

    private static String name(SlaEvent event) {
        return switch (event) {
            case SlaEvent.ClockStarted _ -> "started";
            case SlaEvent.ClockPaused _ -> "paused";
            case SlaEvent.ClockResumed _ -> "resumed";
            case SlaEvent.ClockMet met -> met.late() ? "met-late" : "met";
            case SlaEvent.ClockCancelled _ -> "cancelled";
            case SlaEvent.BreachForecast forecast -> forecast.withdrawn() ? "forecast-withdrawn" : "forecast";
            case SlaEvent.WarningRaised _, SlaEvent.UpdateDue _ -> "warned";
            case SlaEvent.WarningWithdrawn _ -> "withdrawn";
            case SlaEvent.DeadlineBreached _ -> "breached";
            case SlaEvent.BreachEscalated _ -> "escalated";
            case SlaEvent.OutcomeCorrected _ -> "corrected";
        };
    }
}
