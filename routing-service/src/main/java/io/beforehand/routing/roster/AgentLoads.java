package io.beforehand.routing.roster;

import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;

/**
 * Changes what agents hold. This update, not what anybody read before, decides whether there is room: of two replicas that
 * want an agent's last place one finds it gone.
 *
 * <p>Locks: rows of agents in the order of their ids, and only after all rows of requests that the transaction locks.
 */
@ApplicationScoped
public class AgentLoads {

    private static final String APPLY = """
            WITH locked AS MATERIALIZED (
                SELECT agent_id FROM agent_load WHERE agent_id = ANY ($1) ORDER BY agent_id FOR UPDATE)
            UPDATE agent_load l
               SET held = load_plus(l.held, c.change::integer[]),
                   idle_since = CASE WHEN c.takes THEN $5 ELSE l.idle_since END
              FROM locked JOIN unnest($1::text[], $2::text[], $3::boolean[], $4::boolean[])
                          AS c (agent_id, change, takes, only_if_available) USING (agent_id)
             WHERE l.agent_id = locked.agent_id
               AND (NOT c.takes
                    OR (load_units(load_plus(l.held, c.change::integer[]), l.cost) <= l.whole
                        AND (l.presence = 'available' OR NOT c.only_if_available)))
            RETURNING l.agent_id""";

    private static final String REMOVE = """
            DELETE FROM agent_load WHERE agent_id = $1
            RETURNING (SELECT sum(requests) FROM unnest(held) AS requests) AS held""";

    private static final String REMOVE_PROFILE = "DELETE FROM agent WHERE id = $1";

    /** Applies what fits and returns whose change did. One statement. */
    public Uni<Set<String>> apply(Transaction transaction, LoadChanges changes) {
        SortedMap<String, LoadChange> byAgent = changes.byAgent();
        if (byAgent.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        Collection<LoadChange> each = byAgent.values();
        Tuple parameters = Tuple.tuple()
                .addArrayOfString(byAgent.keySet().toArray(String[]::new))
                .addArrayOfString(each.stream().map(AgentLoads::literal).toArray(String[]::new))
                .addArrayOfBoolean(each.stream().map(LoadChange::takes).toArray(Boolean[]::new))
                .addArrayOfBoolean(
                        each.stream().map(LoadChange::onlyIfAvailable).toArray(Boolean[]::new))
                .addOffsetDateTime(transaction.now().atOffset(ZoneOffset.UTC));
        return transaction.sql().preparedQuery(APPLY).execute(parameters).map(rows -> {
            Set<String> applied = new HashSet<>();
            rows.forEach(row -> applied.add(row.getString("agent_id")));
            return applied;
        });
    }

    /**
     * Takes an agent away, his load first.
     *
     * @param held how many requests of his the transaction has locked; if he got another one meanwhile, the work must be
     *     done again
     * @return whether there was such an agent
     */
    public Uni<Boolean> remove(Transaction transaction, String agentId, int held) {
        return transaction
                .sql()
                .preparedQuery(REMOVE)
                .execute(Tuple.of(agentId))
                .invoke(rows -> rows.forEach(row -> {
                    if (row.getLong("held") != held) {
                        throw new ConcurrentChangeException();
                    }
                }))
                .chain(() -> transaction.sql().preparedQuery(REMOVE_PROFILE).execute(Tuple.of(agentId)))
                .map(rows -> rows.rowCount() == 1);
    }

    private static String literal(LoadChange change) {
        return ByChannel.literal(channel -> change.requests().getOrDefault(channel, 0));
    }
}
