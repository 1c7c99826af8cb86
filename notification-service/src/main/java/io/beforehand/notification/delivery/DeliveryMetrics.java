package io.beforehand.notification.delivery;

import io.beforehand.events.DeliveryKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * {@code beforehand.deliveries.*} by kind: {@code created}; {@code ended} by state; {@code attempts} by outcome; {@code
 * latency} from being asked for to being accepted. Over all replicas, {@code created = still due + sent + exhausted +
 * suppressed}. {@code receipts} by what was received: what a channel reports after {@code sent}. {@code unreadable}: looks at due rows that this version cannot read, and leaves alone.
 */
@ApplicationScoped
class DeliveryMetrics {

    private static final String ACCEPTED = "accepted";
    private static final String NO_DESTINATION = "no-destination";
    private static final String OPTED_OUT = Withholding.OPTED_OUT.label();

    private final MeterRegistry registry;
    private final Counter unreadable;

    DeliveryMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (DeliveryKind kind : DeliveryKind.values()) {
            created(kind);
            latency(kind);
            Stream.of("sent", "exhausted", "suppressed").forEach(state -> ended(kind, state));
            outcomes().forEach(outcome -> attempts(kind, outcome));
        }
        Arrays.stream(Receipt.values()).forEach(this::receipts);
        unreadable = registry.counter("beforehand.deliveries.unreadable");
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

    void countSuppressed(DeliveryKind kind, int count) {
        ended(kind, "suppressed").increment(count);
    }

    void countUnreadable() {
        unreadable.increment();
    }

    void countReceipt(Receipt receipt) {
        receipts(receipt).increment();
    }

    private Counter receipts(Receipt receipt) {
        return registry.counter("beforehand.deliveries.receipts", "receipt", receipt.label());
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
                Stream.of(ACCEPTED, NO_DESTINATION, OPTED_OUT),
                Arrays.stream(Fault.values()).map(Fault::label));
    }

    private static String label(AttemptOutcome outcome) {
        return switch (outcome) {
            case AttemptOutcome.Accepted _ -> ACCEPTED;
            case AttemptOutcome.NoDestination(String why) -> why.equals(OPTED_OUT) ? OPTED_OUT : NO_DESTINATION;
            case AttemptOutcome.Failed failed -> failed.fault().label();
        };
    }
}
