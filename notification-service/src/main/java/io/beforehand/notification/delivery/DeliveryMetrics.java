package io.beforehand.notification.delivery;

import io.beforehand.events.DeliveryKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * {@code beforehand.deliveries.*} by kind: {@code created}; {@code ended} by state; {@code attempts} by outcome; {@code
 * latency} from being asked for to being accepted; {@code oldest.due.age}, how long the most overdue one waits. Over all
 * replicas, {@code created = still due + sent + exhausted + suppressed}.
 */
@ApplicationScoped
class DeliveryMetrics {

    private static final String ACCEPTED = "accepted";
    private static final String NO_DESTINATION = "no-destination";

    private final MeterRegistry registry;
    private final AtomicLong oldestDueMillis = new AtomicLong();

    DeliveryMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (DeliveryKind kind : DeliveryKind.values()) {
            created(kind);
            latency(kind);
            Stream.of("sent", "exhausted", "suppressed").forEach(state -> ended(kind, state));
            outcomes().forEach(outcome -> attempts(kind, outcome));
        }
        Gauge.builder("beforehand.deliveries.oldest.due.age", oldestDueMillis, millis -> millis.get() / 1000.0)
                .baseUnit("seconds")
                .register(registry);
    }

    void countCreated(DeliveryKind kind) {
        created(kind).increment();
    }

    void countAttempt(DeliveryKind kind, AttemptOutcome outcome, DeliveryState next, Duration sinceCreated) {
        attempts(kind, label(outcome)).increment();
        if (next instanceof DeliveryState.Due) {
            return;
        }
        ended(kind, next.label()).increment();
        if (next instanceof DeliveryState.Sent) {
            latency(kind).record(sinceCreated);
        }
    }

    void oldestDue(Duration age) {
        oldestDueMillis.set(age.toMillis());
    }

    private Counter created(DeliveryKind kind) {
        return registry.counter("beforehand.deliveries.created", "kind", kind.wireName());
    }

    private Timer latency(DeliveryKind kind) {
        return Timer.builder("beforehand.deliveries.latency")
                .tag("kind", kind.wireName())
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(5))
                .maximumExpectedValue(Duration.ofMinutes(1))
                .register(registry);
    }

    private Counter ended(DeliveryKind kind, String state) {
        return registry.counter("beforehand.deliveries.ended", "kind", kind.wireName(), "state", state);
    }

    private Counter attempts(DeliveryKind kind, String outcome) {
        return registry.counter("beforehand.deliveries.attempts", "kind", kind.wireName(), "outcome", outcome);
    }

    private static Stream<String> outcomes() {
        return Stream.concat(
                Stream.of(ACCEPTED, NO_DESTINATION),
                Arrays.stream(Fault.values()).map(Fault::label));
    }

    private static String label(AttemptOutcome outcome) {
        return switch (outcome) {
            case AttemptOutcome.Accepted _ -> ACCEPTED;
            case AttemptOutcome.NoDestination _ -> NO_DESTINATION;
            case AttemptOutcome.Failed failed -> failed.fault().label();
        };
    }
}
