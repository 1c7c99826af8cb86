package io.beforehand.sla.alarm;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * What {@code beforehand_now()} would say, without asking each time: anchored to an answer, carried on by the stopwatch of
 * this process. As an answer is old by its way back when it arrives, this is behind by that much and never ahead, unless the
 * database's clock is set back.
 */
@ApplicationScoped
class DatabaseTime {

    private final Pool pool;
    private volatile Anchor anchor = new Anchor(Instant.EPOCH, System.nanoTime());
    private volatile boolean asked;

    DatabaseTime(Pool pool) {
        this.pool = pool;
    }

    private record Anchor(Instant answer, long arrivedNanos) {

        Instant now() {
            return answer.plusNanos(System.nanoTime() - arrivedNanos);
        }
    }

    /** The database's time, or a little earlier. Long ago before the first {@link #ask}. */
    Instant now() {
        return anchor.now();
    }

    /** Asks the database; one statement. Returns by how far it was off what was thought, nothing the first time. */
    Uni<Duration> ask() {
        return pool.query("SELECT beforehand_now() AS now").execute().map(rows -> {
            Instant answer =
                    rows.iterator().next().get(OffsetDateTime.class, "now").toInstant();
            Duration off = asked ? Duration.between(now(), answer) : Duration.ZERO;
            anchor = new Anchor(answer, System.nanoTime());
            asked = true;
            return off;
        });
    }
}
