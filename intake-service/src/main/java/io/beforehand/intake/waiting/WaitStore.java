package io.beforehand.intake.waiting;

import io.beforehand.intake.adapter.Wait;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Where calls wait. One update for a batch of routing's events; it changes nothing of requests that are no calls. */
@ApplicationScoped
public class WaitStore {

    private static final String NOTE = """
            WITH k AS (
                SELECT * FROM unnest($1::uuid[], $2::integer[], $3::bigint[], $4::text[]) AS k (id, position, seconds, owner)),
            calls AS (
                SELECT r.id FROM request r WHERE r.id IN (SELECT id FROM k) AND r.channel = 'voice'
                 ORDER BY r.id FOR NO KEY UPDATE)
            UPDATE request r SET queue_position = k.position, expected_wait_seconds = k.seconds, owner_name = k.owner
              FROM k JOIN calls USING (id)
             WHERE r.id = k.id""";

    private static final String FIND = """
            SELECT r.queue_position, r.expected_wait_seconds, r.owner_name
              FROM conversation c JOIN request r ON r.id = c.request_id
             WHERE (c.channel, c.account, c.conversation) = ('voice', $1, $2)""";

    private final Pool pool;

    WaitStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> note(Transaction transaction, Map<String, Wait> waits) {
        if (waits.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Collection<Wait> values = waits.values();
        Tuple columns = Tuple.of(
                waits.keySet().stream().map(UUID::fromString).toArray(UUID[]::new),
                values.stream().map(Wait::position).toArray(Integer[]::new),
                values.stream()
                        .map(wait ->
                                wait.expected() == null ? null : wait.expected().toSeconds())
                        .toArray(Long[]::new),
                values.stream().map(Wait::owner).toArray(String[]::new));
        return transaction.sql().preparedQuery(NOTE).execute(columns).replaceWithVoid();
    }

    /** Where the call of that conversation waits; {@link Wait#UNKNOWN} if nothing is known of it. One statement. */
    public Uni<Wait> ofCall(String account, String conversation) {
        return pool.preparedQuery(FIND).execute(Tuple.of(account, conversation)).map(rows -> {
            for (Row row : rows) {
                Long seconds = row.getLong("expected_wait_seconds");
                return new Wait(
                        row.getInteger("queue_position"),
                        seconds == null ? null : Duration.ofSeconds(seconds),
                        row.getString("owner_name"));
            }
            return Wait.UNKNOWN;
        });
    }
}
