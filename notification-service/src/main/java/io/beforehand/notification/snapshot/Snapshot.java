package io.beforehand.notification.snapshot;

import io.quarkus.vertx.core.runtime.VertxCoreRecorder;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a query answered, at most a second ago: a change made here is seen at once, one made by another replica within that
 * second. However many ask, one query runs.
 *
 * @param <T> the answer, immutable
 */
public final class Snapshot<T> {

    private static final Duration MAX_AGE = Duration.ofSeconds(1);

    private record Read<T>(CompletableFuture<T> answer, long nanos) {

        boolean fresh() {
            return !answer.isCompletedExceptionally() && System.nanoTime() - nanos < MAX_AGE.toNanos();
        }
    }

    private final Supplier<Uni<T>> query;
    private @Nullable Read<T> last;

    /** @param query may use a session of Hibernate Reactive: it runs on a Vert.x context of its own */
    public Snapshot(Supplier<Uni<T>> query) {
        this.query = query;
    }

    public Uni<T> get() {
        return Uni.createFrom().completionStage(this::current);
    }

    /** Has the next one who asks get a new answer. */
    public synchronized void forget() {
        last = null;
    }

    private synchronized CompletableFuture<T> current() {
        Read<T> known = last;
        if (known == null || !known.fresh()) {
            known = new Read<>(new CompletableFuture<>(), System.nanoTime());
            last = known;
            ask(known.answer());
        }
        return known.answer();
    }

    private void ask(CompletableFuture<T> answer) {
        Context context = VertxContext.createNewDuplicatedContext(
                VertxCoreRecorder.getVertx().get().getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(_ -> Uni.createFrom()
                .deferred(() -> query.get())
                .subscribe()
                .with(answer::complete, answer::completeExceptionally));
    }
}
