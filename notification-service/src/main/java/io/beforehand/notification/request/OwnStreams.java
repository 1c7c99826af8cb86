package io.beforehand.notification.request;

import io.beforehand.events.NotificationEvent;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.TraceContext;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Publishes our own events about requests, each with the next sequence of its request. */
@ApplicationScoped
public class OwnStreams {

    private static final String LOCK = "SELECT 1 FROM request WHERE id = ANY ($1) ORDER BY id FOR UPDATE";

    private static final String ADVANCE = """
            UPDATE request r SET last_seq = last_seq + told.count
              FROM unnest($1::text[], $2::bigint[]) AS told (id, count)
             WHERE r.id = told.id
            RETURNING r.id, r.last_seq""";

    /**
     * Something to tell about a request.
     *
     * @param at when it happened
     */
    public record Told(
            String requestId, Instant at, @Nullable TraceContext trace, NotificationEvent event) {}

    /** Locks the requests' rows in the order of their ids. To be done before anything else of theirs is locked. */
    public Uni<Void> lock(Transaction transaction, Collection<String> requestIds) {
        String[] ids = requestIds.stream().distinct().toArray(String[]::new);
        return transaction
                .sql()
                .preparedQuery(LOCK)
                .execute(Tuple.of((Object) ids))
                .replaceWithVoid();
    }

    /** Publishes the events in their order; their requests are locked. One statement, none for an empty list. */
    public Uni<Void> tell(Transaction transaction, List<Told> all) {
        if (all.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<String, Long> counts = new HashMap<>();
        all.forEach(told -> counts.merge(told.requestId(), 1L, Long::sum));
        String[] ids = counts.keySet().toArray(String[]::new);
        Long[] numbers = counts.values().toArray(Long[]::new);
        return transaction
                .sql()
                .preparedQuery(ADVANCE)
                .execute(Tuple.of(ids, numbers))
                .invoke(rows -> {
                    Map<String, Long> next = new HashMap<>();
                    for (Row row : rows) {
                        String id = row.getString("id");
                        next.put(id, row.getLong("last_seq") - counts.getOrDefault(id, 0L));
                    }
                    all.stream()
                            .filter(told -> next.containsKey(told.requestId()))
                            .forEach(told ->
                                    transaction.publish(event(told, next.merge(told.requestId(), 1L, Long::sum))));
                })
                .replaceWithVoid();
    }

    private static StreamEvent event(Told told, long sequence) {
        TraceContext trace = told.trace();
        return new StreamEvent(
                told.requestId(), sequence, told.at(), trace == null ? null : trace.next(), told.event());
    }
}
