package io.beforehand.messaging.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * {@code beforehand.outbox.age}: seconds that the oldest unsent event has been waiting, whoever's lane it is in; NaN while the
 * database cannot be asked. Measured apart from the relay, so that a relay that stands still shows.
 */
@ApplicationScoped
class OutboxAge {

    private static final Duration ATMOST = Duration.ofSeconds(5);

    private final Outbox outbox;
    private final ScheduledExecutorService sampling = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("outbox-age").daemon().unstarted(task));
    private volatile double seconds;

    OutboxAge(Outbox outbox, MeterRegistry registry) {
        this.outbox = outbox;
        Gauge.builder("beforehand.outbox.age", () -> seconds)
                .baseUnit("seconds")
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        sampling.scheduleWithFixedDelay(this::sample, 1, 2, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        sampling.shutdownNow();
    }

    private void sample() {
        try {
            seconds = outbox.oldestAge().await().atMost(ATMOST).toMillis() / 1000.0;
        } catch (RuntimeException e) {
            seconds = Double.NaN;
        }
    }
}
