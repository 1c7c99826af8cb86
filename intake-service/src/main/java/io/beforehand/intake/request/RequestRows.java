package io.beforehand.intake.request;

import io.beforehand.events.Channel;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestStatus;
import io.beforehand.intake.request.core.Classification;
import io.beforehand.intake.request.core.CustomerKey;
import io.beforehand.intake.request.core.Request;
import io.beforehand.intake.request.core.Stage;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Locks the requests of a batch: one statement, and another if any of them goes on in one that is not among them. */
@ApplicationScoped
class RequestRows {

    private static final String LOCK = """
            SELECT r.id, r.status, r.priority, r.tier, r.category, r.team, r.last_seq, r.changed_at, r.merged_into,
                   r.channel, r.account, c.native_id, l.channel AS lead_channel, l.account AS lead_account,
                   l.native_id AS lead_native_id
              FROM request r JOIN customer c ON c.id = r.customer_id LEFT JOIN customer l ON l.id = c.merged_into
             WHERE r.id = ANY ($1) ORDER BY r.id FOR UPDATE OF r""";

    /**
     * Requests that are locked.
     *
     * @param leads of their customers who were merged, who leads them
     */
    record Locked(Map<String, Request> requests, Map<CustomerKey, CustomerKey> leads) {}

    Uni<Locked> lock(Transaction transaction, Set<UUID> ids) {
        Locked locked = new Locked(new HashMap<>(), new HashMap<>());
        return lock(transaction, ids, locked).replaceWith(locked);
    }

    private static Uni<Void> lock(Transaction transaction, Set<UUID> ids, Locked locked) {
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .sql()
                .preparedQuery(LOCK)
                .execute(Tuple.of((Object) ids.toArray(UUID[]::new)))
                .flatMap(rows -> {
                    Set<UUID> further = new HashSet<>();
                    for (Row row : rows) {
                        Request request = request(row);
                        locked.requests().put(request.id(), request);
                        if (row.getString("lead_native_id") != null) {
                            locked.leads().put(request.customer(), key(row, "lead_"));
                        }
                        if (request.stage() instanceof Stage.Merged(String into)) {
                            further.add(UUID.fromString(into));
                        }
                    }
                    further.removeIf(id -> locked.requests().containsKey(id.toString()) || ids.contains(id));
                    return lock(transaction, further, locked);
                });
    }

    private static Request request(Row row) {
        return new Request(
                row.getUUID("id").toString(),
                row.getLong("last_seq"),
                stage(RequestStatus.of(row.getString("status")), row.getUUID("merged_into")),
                new Classification(
                        Priority.of(row.getString("priority")),
                        row.getString("tier"),
                        row.getString("category"),
                        row.getString("team")),
                key(row, ""),
                row.getOffsetDateTime("changed_at").toInstant());
    }

    private static CustomerKey key(Row row, String whose) {
        return new CustomerKey(
                Channel.of(row.getString(whose + "channel")),
                row.getString(whose + "account"),
                row.getString(whose + "native_id"));
    }

    private static Stage stage(RequestStatus status, @Nullable UUID mergedInto) {
        return mergedInto == null ? Stage.of(status) : new Stage.Merged(mergedInto.toString());
    }
}
