package io.beforehand.messaging.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code beforehand.outbox.sent} events, {@code .relay.restarts} after a failed wave, {@code .relay.full} waves with more waiting. */
@Startup
@ApplicationScoped
class RelayMetrics {

    private final Counter sent;
    private final Counter restarts;
    private final Counter full;

    RelayMetrics(MeterRegistry registry) {
        sent = registry.counter("beforehand.outbox.sent");
        restarts = registry.counter("beforehand.outbox.relay.restarts");
        full = registry.counter("beforehand.outbox.relay.full");
    }

    void sent(int events) {
        sent.increment(events);
    }

    void startedOver() {
        restarts.increment();
    }

    void fullWave() {
        full.increment();
    }
}
