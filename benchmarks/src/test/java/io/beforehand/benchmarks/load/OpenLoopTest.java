package io.beforehand.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Schedule HUNDRED = new Schedule(1_000, Duration.ofMillis(100));

    private final Tally tally = new Tally();
    private final Ledger ledger = new Ledger();
    private final AtomicInteger sent = new AtomicInteger();

    @Test
    void requestsAreSentWithoutWaitingForAnswers() {
        // Given a system that answers nothing before it has all
        List<Promise<Answer>> unanswered = new ArrayList<>();
        Sender silent = () -> {
            Promise<Answer> promise = Promise.promise();
            unanswered.add(promise);
            if (unanswered.size() == HUNDRED.count()) {
                Executor soon = CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS);
                soon.execute(() -> unanswered.forEach(each -> each.complete(accepted())));
            }
            return promise.future();
        };

        // When
        new OpenLoop(silent, ledger).run(HUNDRED, tally, PATIENCE);

        // Then
        assertThat(tally.accepted()).isEqualTo(100);
        assertThat(tally.acceptance().p50()).isGreaterThanOrEqualTo(95);
    }

    @Test
    void aStallCountsForEveryRequestThatItKeptFromBeingSent() {
        // Given a system whose first request blocks the sender itself for 80 ms
        Sender stalling = () -> {
            if (sent.get() == 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(80));
            }
            return Future.succeededFuture(accepted());
        };

        // When
        new OpenLoop(stalling, ledger).run(HUNDRED, tally, PATIENCE);

        // Then the requests planned meanwhile were late, although each was answered at once
        assertThat(tally.acceptance().count()).isEqualTo(100);
        assertThat(tally.acceptance().p50()).isGreaterThanOrEqualTo(20);
    }

    @Test
    void whatIsNotAcceptedIsCountedByItsCause() {
        // Given
        Sender refusing = () -> Future.succeededFuture(
                sent.getAndIncrement() % 2 == 0
                        ? new Answer.Failed("503 storage-unavailable", true)
                        : new Answer.Failed("429 rate-limited", false));

        // When
        new OpenLoop(refusing, ledger).run(HUNDRED, tally, PATIENCE);

        // Then
        assertThat(tally.failures())
                .containsEntry("503 storage-unavailable", 50)
                .containsEntry("429 rate-limited", 50);
        assertThat(tally.perhapsStored()).isEqualTo(50);
        assertThat(ledger.accepted()).isZero();
    }

    private Answer accepted() {
        return new Answer.Accepted("request-" + sent.getAndIncrement());
    }
}
