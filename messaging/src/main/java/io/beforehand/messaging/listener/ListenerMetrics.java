package io.beforehand.messaging.listener;

import io.beforehand.messaging.partition.Ownership;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * {@code beforehand.listener.*}: {@code records} processed, {@code unknown.types} passed over, {@code retries} because of the
 * surroundings, {@code unexpected.failures} that somebody must look at, {@code partitions} owned.
 */
@Startup
@ApplicationScoped
class ListenerMetrics {

    private final Counter records;
    private final Counter unknownTypes;
    private final Counter retries;
    private final Counter unexpectedFailures;

    ListenerMetrics(MeterRegistry registry, Ownership ownership) {
        records = registry.counter("beforehand.listener.records");
        unknownTypes = registry.counter("beforehand.listener.unknown.types");
        retries = registry.counter("beforehand.listener.retries");
        unexpectedFailures = registry.counter("beforehand.listener.unexpected.failures");
        Gauge.builder("beforehand.listener.partitions", ownership, o -> o.owned()
                        .size())
                .strongReference(true)
                .register(registry);
    }

    void processed(int count) {
        records.increment(count);
    }

    void unknownType() {
        unknownTypes.increment();
    }

    void retried() {
        retries.increment();
    }

    void failedUnexpectedly() {
        unexpectedFailures.increment();
    }
}
