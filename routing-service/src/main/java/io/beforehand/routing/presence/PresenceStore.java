package io.beforehand.routing.presence;

import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Presence in the agents' load rows: one statement a change. */
@ApplicationScoped
class PresenceStore {

    /** Idleness is counted from when he came. */
    private static final String SET = """
            UPDATE agent_load
               SET idle_since = CASE WHEN $2 = 'available' AND presence <> 'available' THEN $4 ELSE idle_since END,
                   presence = $2, presence_until = $3
             WHERE agent_id = $1""";

    /** When its time is up, a break is followed by work, and work by the end of the day. */
    private static final String END = """
            WITH ended AS (
                SELECT agent_id FROM agent_load WHERE presence_until <= $1
                 ORDER BY agent_id LIMIT 500 FOR UPDATE SKIP LOCKED)
            UPDATE agent_load l
               SET presence = CASE WHEN l.presence = 'available' THEN 'offline' ELSE 'available' END,
                   presence_until = NULL,
                   idle_since = $1
              FROM ended WHERE l.agent_id = ended.agent_id""";

    /** @return whether there is such an agent */
    Uni<Boolean> set(Transaction transaction, String agentId, PresenceState state, @Nullable Instant until) {
        Tuple parameters = Tuple.of(agentId, state.wireName(), until == null ? null : at(until), at(transaction.now()));
        return transaction.sql().preparedQuery(SET).execute(parameters).map(rows -> rows.rowCount() == 1);
    }

    /** Ends what is set until now at the latest. Returns how many. */
    Uni<Integer> endOverdue(Transaction transaction) {
        return transaction
                .sql()
                .preparedQuery(END)
                .execute(Tuple.of(at(transaction.now())))
                .map(rows -> rows.rowCount());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
