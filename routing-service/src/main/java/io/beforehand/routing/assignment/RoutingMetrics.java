package io.beforehand.routing.assignment;

import io.beforehand.events.RoutingEvent;
import io.beforehand.messaging.transaction.FailureClass;
import io.beforehand.routing.register.Change;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Meters of assigning. Counters count what was committed on this replica; {@code beforehand.routing.told} by event is what
 * went out. Over all replicas and from the beginning {@code assigned = released + held now}: a transfer changes only whose a
 * request is.
 */
@ApplicationScoped
class RoutingMetrics {

    private static final List<String> EVENTS = List.of("assigned", "transferred", "released", "queued", "queue-moved");

    private final MeterRegistry registry;
    private final Timer rounds;
    private final Counter tooLate;
    private volatile double waiting = Double.NaN;
    private volatile double oldest = Double.NaN;

    RoutingMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.rounds = Timer.builder("beforehand.routing.rounds")
                .description("Matching rounds that were committed")
                .publishPercentileHistogram()
                .register(registry);
        this.tooLate = Counter.builder("beforehand.routing.rounds.too.late")
                .description("Decisions dropped because another replica was quicker")
                .register(registry);
        Gauge.builder("beforehand.routing.waiting", () -> waiting)
                .description("Requests that nobody has yet, over all replicas")
                .register(registry);
        Gauge.builder("beforehand.routing.waiting.oldest", () -> oldest)
                .baseUnit("seconds")
                .register(registry);
    }

    /** Every meter exists from the start, so that an alert on it can. */
    void start(@Observes StartupEvent event) {
        EVENTS.forEach(this::told);
        for (FailureClass failureClass : FailureClass.values()) {
            failed(failureClass);
        }
    }

    void committed(List<Change> changes) {
        changes.forEach(
                change -> change.told().forEach(event -> told(label(event)).increment()));
    }

    void round(Round.Outcome outcome, Duration took) {
        rounds.record(took);
        tooLate.increment(outcome.tooLate());
        committed(outcome.changes());
    }

    void roundFailed(FailureClass failureClass) {
        failed(failureClass).increment();
    }

    void queue(long requests, double oldestSeconds) {
        waiting = requests;
        oldest = oldestSeconds;
    }

    private Counter told(String event) {
        return registry.counter("beforehand.routing.told", "event", event);
    }

    private Counter failed(FailureClass failureClass) {
        return registry.counter(
                "beforehand.routing.rounds.failed",
                "class",
                failureClass.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static String label(RoutingEvent event) {
        return switch (event) {
            case RoutingEvent.RequestAssigned _ -> "assigned";
            case RoutingEvent.RequestTransferred _ -> "transferred";
            case RoutingEvent.RequestReleased _ -> "released";
            case RoutingEvent.RequestQueued _ -> "queued";
            case RoutingEvent.QueueMoved _ -> "queue-moved";
        };
    }
}
