package io.beforehand.notification.alert;

import io.beforehand.notification.loop.Sampled;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * {@code beforehand.alerts.oldest.untold.age}: seconds that the oldest alert that is still to be told waits, up to a minute
 * when all is well; {@code beforehand.alerts.unreachable}: 1 while there is something to tell and nobody to tell it to. Both
 * are NaN while the database cannot be asked. Measured apart from the pager.
 */
@ApplicationScoped
class Untold {

    private static final String STANDING = """
            SELECT coalesce((extract(epoch FROM beforehand_now() - min(n.stored_at)) * 1000)::bigint, 0) AS millis,
                   coalesce(bool_or(NOT EXISTS (
                        SELECT FROM contact_method m WHERE m.contact_id = n.contact_id)), false) AS unreachable
              FROM alert_notice n""";

    /** @param millis how long the oldest waits; zero when nothing does */
    record Standing(long millis, boolean unreachable) {}

    private final Pool pool;
    private final Sampled<Standing> standing = new Sampled<>("untold", this::standing);

    Untold(Pool pool, MeterRegistry registry) {
        this.pool = pool;
        Gauge.builder("beforehand.alerts.oldest.untold.age", () -> standing.value(now -> now.millis() / 1000.0))
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("beforehand.alerts.unreachable", () -> standing.value(now -> now.unreachable() ? 1 : 0))
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        standing.start();
    }

    void stop(@Observes ShutdownEvent event) {
        standing.stop();
    }

    /** One statement. */
    Uni<Standing> standing() {
        return pool.query(STANDING)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new Standing(Math.max(0, row.getLong("millis")), row.getBoolean("unreachable")));
    }
}
