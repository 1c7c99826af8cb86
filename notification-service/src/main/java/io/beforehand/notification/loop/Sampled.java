package io.beforehand.notification.loop;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the database is asked every two seconds, for gauges. On a thread of its own, so that work that stands still shows.
 *
 * @param <T> the answer
 */
public final class Sampled<T> {

    private static final Duration ATMOST = Duration.ofSeconds(5);

    private final Supplier<Uni<T>> question;
    private final ScheduledExecutorService sampling;
    private volatile @Nullable T last;

    public Sampled(String name, Supplier<Uni<T>> question) {
        this.question = question;
        this.sampling = Executors.newSingleThreadScheduledExecutor(
                task -> Thread.ofPlatform().name(name).daemon().unstarted(task));
    }

    public void start() {
        sampling.scheduleWithFixedDelay(this::sample, 1, 2, TimeUnit.SECONDS);
    }

    public void stop() {
        sampling.shutdownNow();
    }

    /** A number from the last answer; NaN while the database cannot be asked. */
    public double value(ToDoubleFunction<T> number) {
        T answer = last;
        return answer == null ? Double.NaN : number.applyAsDouble(answer);
    }

    private void sample() {
        try {
            last = question.get().await().atMost(ATMOST);
        } catch (RuntimeException e) {
            last = null;
        }
    }
}
