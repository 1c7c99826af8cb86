package io.beforehand.intake.request;

import io.beforehand.intake.request.core.CustomerKey;
import io.beforehand.intake.request.core.Merge;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Locks the persons of whom one is to be made. Four statements if there are any, none otherwise. Merges are done one at a time,
 * in all replicas, so that two of them never make a circle or a chain.
 */
@ApplicationScoped
class PersonLoader {

    /** Any number that nothing else is locked by. */
    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(220)";

    private static final String OPEN_REQUESTS = """
            SELECT r.id
              FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS k (channel, account, kind, native_id)
              JOIN customer i USING (channel, account, native_id, kind)
              JOIN customer c ON c.person_id = i.person_id
              JOIN request r ON r.customer_id = c.id AND r.status <> 'closed'""";

    /** Stronger than the lock of those who open requests for them. */
    private static final String LOCK = """
            SELECT 1 FROM customer
             WHERE person_id IN (
                SELECT i.person_id FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS k (channel, account, kind, native_id)
                  JOIN customer i USING (channel, account, native_id, kind))
             ORDER BY channel, account, native_id, kind FOR UPDATE""";

    /** The requests to lock: those of whoever is merged into another that are not closed. */
    Uni<Set<UUID>> openRequests(Transaction transaction, List<Merge> merges) {
        return merges.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : transaction.sql().query(ONE_AT_A_TIME).execute().chain(() -> readOpenRequests(transaction, merges));
    }

    /**
     * Keeps requests from being opened for them.
     *
     * @param locked their requests
     * @return fails with {@link OvertakenException} if they have more by now
     */
    Uni<Void> lock(Transaction transaction, List<Merge> merges, Set<UUID> locked) {
        if (merges.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<CustomerKey> all = merges.stream()
                .flatMap(merge -> Stream.of(merge.from(), merge.into()))
                .toList();
        return transaction
                .sql()
                .preparedQuery(LOCK)
                .execute(Tuple.from(Columns.ofCustomers(all)))
                .chain(() -> readOpenRequests(transaction, merges))
                .invoke(now -> {
                    if (!locked.containsAll(now)) {
                        throw new OvertakenException();
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Set<UUID>> readOpenRequests(Transaction transaction, List<Merge> merges) {
        List<CustomerKey> merged = merges.stream().map(Merge::from).toList();
        return transaction
                .sql()
                .preparedQuery(OPEN_REQUESTS)
                .execute(Tuple.from(Columns.ofCustomers(merged)))
                .map(rows -> {
                    Set<UUID> ids = new HashSet<>();
                    rows.forEach(row -> ids.add(row.getUUID("id")));
                    return ids;
                });
    }
}
