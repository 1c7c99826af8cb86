package io.beforehand.benchmarks.load;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Sends the requests of a schedule at their moments, or as soon after as it can, and never fewer because answers are late. */
public final class OpenLoop {
    private static final Duration LEAD = Duration.ofMillis(50);

    /**
     * The moments of a phase, in nanoseconds.
     *
     * @param lastPlanned when the last request was to be sent
     * @param answered when the last answer had come
     */
    public record Span(long start, long lastPlanned, long answered) {}

    private final Sender sender;
    private final Ledger ledger;

    public OpenLoop(Sender sender, Ledger ledger) {
        this.sender = sender;
        this.ledger = ledger;
    }

    /**
     * Returns when the last request is answered.
     *
     * @param patience how long the last answers may take; the sender's own time-out is shorter
     * @return when it was, on {@link System#nanoTime()}'s scale
     */
    public Span run(Schedule schedule, Tally tally, Duration patience) {
        AtomicInteger unanswered = new AtomicInteger(schedule.count());
        CompletableFuture<Void> answered = new CompletableFuture<>();
        long start = System.nanoTime() + LEAD.toNanos();
        long planned = start;
        for (int i = 0; i < schedule.count(); i++) {
            planned = start + schedule.offsetNanos(i);
            waitFor(planned);
            send(planned, tally, () -> {
                if (unanswered.decrementAndGet() == 0) {
                    answered.complete(null);
                }
            });
        }
        await(answered, patience);
        return new Span(start, planned, System.nanoTime());
    }

    private void send(long planned, Tally tally, Runnable answered) {
        tally.sent(planned, System.nanoTime());
        sender.send().onSuccess(answer -> {
            long now = System.nanoTime();
            switch (answer) {
                case Answer.Accepted(String requestId) -> {
                    tally.accepted(planned, now);
                    ledger.accepted(requestId, now, tally);
                }
                case Answer.Failed failure -> tally.failed(failure);
            }
            answered.run();
        });
    }

    private static void waitFor(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void await(CompletableFuture<Void> answered, Duration patience) {
        try {
            answered.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("some requests were never answered", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
