package io.beforehand.messaging.relay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Holds the relay back while there is a {@link Rush}. On a machine that is too small for both, what is sent on would take the
 * processor from what comes in; so the rush ends sooner, and what waits in the outbox is sent after it.
 */
@ApplicationScoped
class RushGate {

    /** A rush that does not end lets a wave through now and then. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final BooleanSupplier rush;
    private final Duration longest;

    @Inject
    RushGate(@Any Instance<Rush> rushes) {
        this(() -> rushes.stream().anyMatch(Rush::isOn), LONGEST);
    }

    RushGate(BooleanSupplier rush, Duration longest) {
        this.rush = rush;
        this.longest = longest;
    }

    /** Returns when there is no rush, when it has lasted too long, or when there is no more time. */
    void letRushPass(BooleanSupplier stopping) {
        long end = System.nanoTime() + longest.toNanos();
        while (rush.getAsBoolean() && !stopping.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }
}
