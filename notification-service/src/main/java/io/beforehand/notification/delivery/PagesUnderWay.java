package io.beforehand.notification.delivery;

import io.beforehand.events.DeliveryKind;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pages on their way to the methods of a contact: a newer one takes the place of one that was not accepted yet. */
@ApplicationScoped
public class PagesUnderWay {

    /** Never waits for a lock, as whoever records attempts may hold several. */
    private static final String UNSENT = """
            WITH free AS MATERIALIZED (
                SELECT id FROM delivery
                 WHERE kind = 'alert' AND destination = ANY ($1) AND next_attempt_at IS NOT NULL
                   FOR UPDATE SKIP LOCKED)
            SELECT d.id, d.destination, free.id IS NOT NULL AS free
              FROM delivery d LEFT JOIN free ON free.id = d.id
             WHERE d.kind = 'alert' AND d.destination = ANY ($1) AND d.next_attempt_at IS NOT NULL""";

    private static final String SUPERSEDE = """
            UPDATE delivery SET state = 'suppressed', reason = 'superseded', next_attempt_at = NULL
             WHERE id = ANY ($1)""";

    private static final String LAST_SENT = """
            SELECT destination, (SELECT max(sent_at) FROM delivery d
                                  WHERE d.kind = 'alert' AND d.sent_at IS NOT NULL AND d.destination = t.destination) AS sent_at
              FROM unnest($1::text[]) AS t (destination)""";

    private final DeliveryMetrics metrics;

    PagesUnderWay(DeliveryMetrics metrics) {
        this.metrics = metrics;
    }

    /** @param destination its key */
    public record Unsent(String id, String destination) {}

    /**
     * What was looked up.
     *
     * @param unsent locked, so that no attempt of it is recorded
     * @param busy whether an attempt of another one is just being recorded
     */
    public record Found(List<Unsent> unsent, boolean busy) {

        public Found {
            unsent = List.copyOf(unsent);
        }
    }

    /** Locks the pages that are not accepted yet. One statement. */
    public Uni<Found> lock(Transaction transaction, Collection<String> destinations) {
        return transaction
                .sql()
                .preparedQuery(UNSENT)
                .execute(Tuple.of((Object) destinations.toArray(String[]::new)))
                .map(rows -> {
                    List<Unsent> unsent = new ArrayList<>();
                    boolean busy = false;
                    for (Row row : rows) {
                        unsent.add(new Unsent(row.getString("id"), row.getString("destination")));
                        busy |= !row.getBoolean("free");
                    }
                    return new Found(unsent, busy);
                });
    }

    /** Attempts them no more; an attempt that is under way may still arrive. One statement, none for an empty list. */
    public Uni<Void> supersede(Transaction transaction, List<Unsent> locked) {
        if (locked.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        transaction.afterCommit(() -> metrics.countSuppressed(DeliveryKind.ALERT, locked.size()));
        String[] ids = locked.stream().map(Unsent::id).toArray(String[]::new);
        return transaction
                .sql()
                .preparedQuery(SUPERSEDE)
                .execute(Tuple.of((Object) ids))
                .replaceWithVoid();
    }

    /** When each destination took its last page; none for one that never did. One statement. */
    public Uni<Map<String, Instant>> lastSent(Transaction transaction, Collection<String> destinations) {
        return transaction
                .sql()
                .preparedQuery(LAST_SENT)
                .execute(Tuple.of((Object) destinations.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Instant> last = new HashMap<>();
                    for (Row row : rows) {
                        if (row.getOffsetDateTime("sent_at") != null) {
                            last.put(
                                    row.getString("destination"),
                                    row.getOffsetDateTime("sent_at").toInstant());
                        }
                    }
                    return last;
                });
    }
}
