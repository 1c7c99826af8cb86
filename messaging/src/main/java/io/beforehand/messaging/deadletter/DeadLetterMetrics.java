package io.beforehand.messaging.deadletter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code beforehand.dead.letters} set aside and {@code beforehand.dead.letters.replayed} since the start. */
@Startup
@ApplicationScoped
class DeadLetterMetrics {

    private final Counter setAside;
    private final Counter replayed;

    DeadLetterMetrics(MeterRegistry registry) {
        setAside = registry.counter("beforehand.dead.letters");
        replayed = registry.counter("beforehand.dead.letters.replayed");
    }

    void setAside() {
        setAside.increment();
    }

    void replayed() {
        replayed.increment();
    }
}
