package io.beforehand.notification.delivery;

import io.beforehand.messaging.Partitions;
import io.beforehand.notification.loop.Sampled;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * {@code beforehand.deliveries.oldest.due.age}: seconds that the most overdue delivery waits for an attempt, wherever it goes
 * and whoever's it is; NaN while the database cannot be asked. Measured apart from what attempts them.
 */
@ApplicationScoped
class OldestDue {

    /** One look into the index per partition, however many deliveries are due. */
    private static final String AGE = """
            SELECT coalesce((extract(epoch FROM beforehand_now() - min(oldest.next_attempt_at)) * 1000)::bigint, 0) AS millis
              FROM generate_series(0, $1::integer - 1) AS p (partition)
             CROSS JOIN LATERAL (
                   SELECT next_attempt_at FROM delivery d
                    WHERE d.partition = p.partition AND d.next_attempt_at IS NOT NULL
                    ORDER BY d.next_attempt_at LIMIT 1) AS oldest""";

    private final Pool pool;
    private final Partitions partitions;
    private final Sampled<Long> millis = new Sampled<>("oldest-due", this::millis);

    OldestDue(Pool pool, Partitions partitions, MeterRegistry registry) {
        this.pool = pool;
        this.partitions = partitions;
        Gauge.builder("beforehand.deliveries.oldest.due.age", () -> millis.value(waited -> waited / 1000.0))
                .baseUnit("seconds")
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        millis.start();
    }

    void stop(@Observes ShutdownEvent event) {
        millis.stop();
    }

    /** Zero when nothing is due. One statement. */
    Uni<Long> millis() {
        return pool.preparedQuery(AGE)
                .execute(Tuple.of(partitions.count()))
                .map(rows -> Math.max(0, rows.iterator().next().getLong("millis")));
    }
}
