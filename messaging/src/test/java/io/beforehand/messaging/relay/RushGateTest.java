package io.beforehand.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class RushGateTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void whatGoesOutWaitsUntilTheRushIsOver() {
        new RushGate(() -> looks.incrementAndGet() < 4, LONG).letRushPass(() -> false);

        assertThat(looks).hasValue(4);
    }

    @Test
    void aRushThatDoesNotEndLetsAWaveThroughAllTheSame() {
        new RushGate(() -> true, Duration.ofMillis(50)).letRushPass(() -> false);
    }

    @Test
    void nobodyWaitsForARushWhenTheServiceEnds() {
        new RushGate(() -> true, LONG).letRushPass(() -> true);
    }
}
