package io.beforehand.routing.assignment;

import io.beforehand.messaging.transaction.Failures;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduler;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * What has to be looked at from time to time: requests that wait although somebody is free (a replica died before its round,
 * or the time of a request's cooldown has passed), and the length of the queue.
 */
@ApplicationScoped
class Sweep {

    private static final Logger LOG = Logger.getLogger(Sweep.class);

    private static final String WORTH_A_ROUND = """
            SELECT EXISTS (SELECT FROM routed_request WHERE state = 'waiting')
               AND EXISTS (SELECT FROM agent_load WHERE presence = 'available' AND used < whole) AS worth""";

    private static final String QUEUE = """
            SELECT count(*) AS waiting, coalesce(extract(epoch FROM beforehand_now() - min(since)), 0)::float8 AS oldest
              FROM routed_request WHERE state = 'waiting'""";

    private final Pool pool;
    private final Matchmaker matchmaker;
    private final RoutingMetrics metrics;
    private final Scheduler scheduler;

    Sweep(Pool pool, Matchmaker matchmaker, RoutingMetrics metrics, Scheduler scheduler) {
        this.pool = pool;
        this.matchmaker = matchmaker;
        this.metrics = metrics;
        this.scheduler = scheduler;
    }

    /** None of the service's periodic work begins any more. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        scheduler.pause();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> lookForForgotten() {
        return quietly(pool.query(WORTH_A_ROUND).execute().invoke(rows -> {
            if (rows.iterator().next().getBoolean("worth")) {
                matchmaker.wake();
            }
        }));
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> measureQueue() {
        return quietly(pool.query(QUEUE).execute().invoke(rows -> {
            Row row = rows.iterator().next();
            metrics.queue(row.getLong("waiting"), row.getDouble("oldest"));
        }));
    }

    private static Uni<Void> quietly(Uni<?> work) {
        return work.onFailure()
                .invoke(failure -> LOG.warnf("Sweep failed failure=%s", Failures.describe(failure)))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
