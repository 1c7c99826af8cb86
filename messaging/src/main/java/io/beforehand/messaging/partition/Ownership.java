package io.beforehand.messaging.partition;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The partitions that this replica owns, each with the epoch it got when it became the owner.
 *
 * <p>Memory says what to try; the owner row, held in share mode, says what counts.
 */
@ApplicationScoped
public class Ownership {

    private static final String HOLD = """
            SELECT partition, epoch, beforehand_now() AS now
              FROM partition_owner WHERE partition = ANY ($1) ORDER BY partition\s""";

    /** How the owner rows are held. */
    public enum Hold {
        /** Beside other work for the same partitions. */
        SHARED("FOR SHARE"),
        /** While no other work for them is under way. */
        ALONE("FOR UPDATE");

        private final String lock;

        Hold(String lock) {
            this.lock = lock;
        }
    }

    private final Map<Integer, Long> epochs = new ConcurrentHashMap<>();

    /** The partitions owned, as far as is known. */
    public Set<Integer> owned() {
        return Set.copyOf(epochs.keySet());
    }

    /** The epochs of those of the partitions that are owned. */
    public Map<Integer, Long> epochs(Collection<Integer> partitions) {
        Map<Integer, Long> held = new TreeMap<>(epochs);
        held.keySet().retainAll(partitions);
        return held;
    }

    /** Locks the owner rows until the transaction ends and compares their epochs. Returns the database's time. */
    public Uni<Instant> hold(SqlConnection sql, Map<Integer, Long> expected, Hold how) {
        Short[] partitions = expected.keySet().stream().map(Integer::shortValue).toArray(Short[]::new);
        return sql.preparedQuery(HOLD + how.lock)
                .execute(Tuple.of((Object) partitions))
                .map(rows -> {
                    Set<Integer> foreign = new HashSet<>(expected.keySet());
                    Instant now = Instant.MIN;
                    for (Row row : rows) {
                        int partition = row.getShort("partition");
                        if (row.getLong("epoch").equals(expected.get(partition))) {
                            foreign.remove(partition);
                        }
                        now = row.get(OffsetDateTime.class, "now").toInstant();
                    }
                    if (!foreign.isEmpty()) {
                        throw new NotOwnerException(foreign);
                    }
                    return now;
                });
    }

    void gained(int partition, long epoch) {
        epochs.put(partition, epoch);
    }

    void lost(int partition) {
        epochs.remove(partition);
    }
}
