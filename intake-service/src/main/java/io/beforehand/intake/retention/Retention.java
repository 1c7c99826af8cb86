package io.beforehand.intake.retention;

import io.beforehand.intake.IntakeConfig;
import io.beforehand.messaging.transaction.Failures;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Removes old rows batch by batch. Replicas may do so at the same time: each skips what another is about to remove. */
@ApplicationScoped
public class Retention {

    /** A shorter memory would let a redelivered event open a second request. */
    private static final Duration SHORTEST_MEMORY = Duration.ofDays(7);

    private final RetentionStore store;
    private final IntakeConfig.Keep keep;

    Retention(RetentionStore store, IntakeConfig config) {
        this.store = store;
        this.keep = config.keep();
        if (keep.eventIds().compareTo(SHORTEST_MEMORY) < 0) {
            throw new IllegalArgumentException("beforehand.intake.keep.event-ids must be at least " + SHORTEST_MEMORY);
        }
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return prune().onFailure()
                .recoverWithItem(failure -> {
                    Log.warnf("Retention stopped and will go on later failure=%s", Failures.describe(failure));
                    return 0L;
                })
                .replaceWithVoid();
    }

    /** Removes all that is old enough. Returns how many rows. */
    public Uni<Long> prune() {
        return inBatches(0).invoke(rows -> {
            if (rows > 0) {
                Log.infof("Old rows removed rows=%s", rows);
            }
        });
    }

    private Uni<Long> inBatches(long soFar) {
        return store.forgetEvents(keep.eventIds(), keep.batch())
                .flatMap(events -> store.forgetRequests(keep.closedRequests(), keep.batch())
                        .map(requests -> events + requests))
                .flatMap(rows -> rows == 0 ? Uni.createFrom().item(soFar) : inBatches(soFar + rows));
    }
}
