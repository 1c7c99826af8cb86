package io.beforehand.sla.request;

import io.beforehand.events.Metric;
import io.beforehand.events.SlaEvent;
import io.beforehand.events.StreamEvent;
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
 * {@code beforehand.clock.events}: what was told of clocks, by {@code metric} ({@code team} for the budgets of teams) and {@code
 * event}: started, paused, resumed,
 * met, met-late, cancelled, warned, breached, escalated, corrected.
 */
@ApplicationScoped
public class ClockMetrics {

    private static final String[] EVENTS = {
        "started", "paused", "resumed", "met", "met-late", "cancelled", "warned", "breached", "escalated", "corrected"
    };

    private static final String TEAM = "team";

    private final Map<String, Counter> counters = new LinkedHashMap<>();

    ClockMetrics(MeterRegistry registry) {
        Stream.concat(Policy.METRICS.stream().map(Metric::name), Stream.of(TEAM))
                .forEach(metric -> {
                    for (String event : EVENTS) {
                        counters.put(
                                key(metric, event),
                                registry.counter("beforehand.clock.events", "metric", metric, "event", event));
                    }
                });
    }

    /** Counts what has been committed. */
    public void told(Collection<StreamEvent> events) {
        for (StreamEvent event : events) {
            if (event.event() instanceof SlaEvent told) {
                Objects.requireNonNull(counters.get(key(label(told.clock().metric()), name(told))))
                        .increment();
            }
        }
    }

    /** The budgets of teams have any number of names. */
    private static String label(Metric metric) {
        return Policy.METRICS.contains(metric) ? metric.name() : TEAM;
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
            case SlaEvent.WarningRaised _, SlaEvent.BreachForecast _, SlaEvent.UpdateDue _ -> "warned";
            case SlaEvent.DeadlineBreached _ -> "breached";
            case SlaEvent.BreachEscalated _ -> "escalated";
            case SlaEvent.OutcomeCorrected _ -> "corrected";
        };
    }
}
