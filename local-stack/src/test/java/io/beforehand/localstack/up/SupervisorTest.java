package io.beforehand.localstack.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beforehand.localstack.LocalStackException;
import io.beforehand.localstack.up.Supervisor.Part;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SupervisorTest {
    private final Supervisor supervisor = new Supervisor(new Screen(Duration.ZERO));
    private final AtomicInteger starts = new AtomicInteger();
    private volatile CompletableFuture<?> end = new CompletableFuture<>();

    @Test
    void aProcessThatEndsIsStartedAgainUntilItStays() {
        // Given
        Runnable failsTheFirstTime = () -> {
            if (starts.incrementAndGet() == 1) {
                throw new LocalStackException("not yet");
            }
            end = new CompletableFuture<>();
        };
        supervisor.watch(new Part("a part", failsTheFirstTime, () -> end));

        // When
        end.complete(null);

        // Then
        await().atMost(Duration.ofSeconds(10)).until(() -> starts.get() == 2);
    }

    @Test
    void aProcessThatIsStoppedOnPurposeStaysStopped() {
        // Given
        supervisor.watch(new Part("a part", starts::incrementAndGet, () -> end));

        // When
        supervisor.stop();
        end.complete(null);

        // Then
        await().during(Duration.ofMillis(1500)).atMost(Duration.ofSeconds(30)).until(() -> starts.get() == 0);
        assertThat(starts).hasValue(0);
    }
}
