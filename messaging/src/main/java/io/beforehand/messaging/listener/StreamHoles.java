package io.beforehand.messaging.listener;

import io.beforehand.events.Owner;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The places in streams that were passed over: their events were set aside here or at their owner, or are of a type that this
 * version does not know. An event that comes after later ones counts if it fills a hole, and once.
 */
@ApplicationScoped
class StreamHoles {

    private static final String RECORD = """
            INSERT INTO stream_hole (request_id, owner, seq)
            SELECT * FROM unnest($1::text[], $2::smallint[], $3::bigint[]) ON CONFLICT DO NOTHING""";

    private static final String FILL = """
            DELETE FROM stream_hole AS hole
             USING unnest($1::text[], $2::smallint[], $3::bigint[]) AS filled (request_id, owner, seq)
             WHERE hole.request_id = filled.request_id AND hole.owner = filled.owner AND hole.seq = filled.seq
            RETURNING hole.request_id, hole.owner, hole.seq""";

    /** A place in a stream. */
    record Place(String requestId, Owner owner, long sequence) {}

    /** One statement, none when there is nothing to record. */
    Uni<Void> record(Transaction transaction, Collection<Place> missing) {
        return missing.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .sql()
                        .preparedQuery(RECORD)
                        .execute(columns(missing))
                        .replaceWithVoid();
    }

    /** Closes those of the places that are holes and returns them. One statement, none without places. */
    Uni<Set<Place>> fill(Transaction transaction, Collection<Place> places) {
        if (places.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return transaction.sql().preparedQuery(FILL).execute(columns(places)).map(rows -> {
            Set<Place> filled = new HashSet<>();
            for (Row row : rows) {
                filled.add(new Place(
                        row.getString("request_id"), Owner.ofRank(row.getShort("owner")), row.getLong("seq")));
            }
            return filled;
        });
    }

    private static Tuple columns(Collection<Place> places) {
        List<Place> ordered = List.copyOf(places);
        return Tuple.of(
                ordered.stream().map(Place::requestId).toArray(String[]::new),
                ordered.stream().map(place -> (short) place.owner().rank()).toArray(Short[]::new),
                ordered.stream().map(Place::sequence).toArray(Long[]::new));
    }
}
