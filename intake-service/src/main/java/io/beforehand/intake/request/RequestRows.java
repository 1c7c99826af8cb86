package io.beforehand.intake.request;

import io.beforehand.events.Party;
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
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Locks the requests of a batch, those that they go on in, and those that go on in one that is about to be merged itself. One
 * statement, so that all are locked in the order of their ids, whichever way they were merged; another if one was merged
 * meanwhile, or goes on in one that is gone.
 */
@ApplicationScoped
class RequestRows {

    private static final String LOCK = """
            SELECT r.id, r.status, r.waits_for, r.priority, r.tier, r.category, r.team, r.last_seq, r.opened_at, r.changed_at, r.merged_into,
                   coalesce(r.settled_at, r.opened_at) AS settled_at, r.channel, r.account, c.kind, c.native_id,
                   l.channel AS lead_channel, l.account AS lead_account, l.kind AS lead_kind, l.native_id AS lead_native_id
              FROM request r JOIN customer c ON c.id = r.customer_id LEFT JOIN customer l ON l.id = c.merged_into
             WHERE r.id = ANY ($1
                       || ARRAY(SELECT m.merged_into FROM request m WHERE m.id = ANY ($1) AND m.merged_into IS NOT NULL)
                       || ARRAY(SELECT m.id FROM request m WHERE m.merged_into = ANY ($2)))
             ORDER BY r.id FOR UPDATE OF r""";

    private static final String FIND = "SELECT 1 FROM request WHERE id = ANY ($1)";

    /**
     * Requests that are locked.
     *
     * @param leads of their customers who were merged, who leads them
     */
    record Locked(Map<String, Request> requests, Map<CustomerKey, CustomerKey> leads) {}

    /**
     * @param merged those of them that are to go on in others
     * @return fails with {@link OvertakenException} if one of them was merged while it was waited for
     */
    Uni<Locked> lock(Transaction transaction, Set<UUID> ids, Set<UUID> merged) {
        Locked locked = new Locked(new HashMap<>(), new HashMap<>());
        if (ids.isEmpty()) {
            return Uni.createFrom().item(locked);
        }
        return transaction
                .sql()
                .preparedQuery(LOCK)
                .execute(Tuple.of(ids.toArray(UUID[]::new), merged.toArray(UUID[]::new)))
                .flatMap(rows -> {
                    rows.forEach(row -> take(row, locked));
                    return mustBeComplete(transaction, locked);
                });
    }

    private static void take(Row row, Locked locked) {
        Request request = request(row);
        locked.requests().put(request.id(), request);
        if (row.getString("lead_native_id") != null) {
            locked.leads().put(request.customer(), CustomerRows.key(row, CustomerRows.LEAD));
        }
    }

    /** To lock what is missing now would be to lock it out of order. What retention deleted is not missing. */
    private static Uni<Locked> mustBeComplete(Transaction transaction, Locked locked) {
        UUID[] missing = locked.requests().values().stream()
                .map(Request::stage)
                .filter(Stage.Merged.class::isInstance)
                .map(stage -> ((Stage.Merged) stage).into())
                .filter(into -> !locked.requests().containsKey(into))
                .map(UUID::fromString)
                .toArray(UUID[]::new);
        return missing.length == 0
                ? Uni.createFrom().item(locked)
                : transaction
                        .sql()
                        .preparedQuery(FIND)
                        .execute(Tuple.of((Object) missing))
                        .invoke(rows -> {
                            if (rows.size() > 0) {
                                throw new OvertakenException();
                            }
                        })
                        .replaceWith(locked);
    }

    private static Request request(Row row) {
        return new Request(
                row.getUUID("id").toString(),
                row.getLong("last_seq"),
                stage(row),
                new Classification(
                        Priority.of(row.getString("priority")),
                        row.getString("tier"),
                        row.getString("category"),
                        row.getString("team")),
                CustomerRows.key(row, ""),
                row.getOffsetDateTime("opened_at").toInstant(),
                row.getOffsetDateTime("changed_at").toInstant(),
                row.getOffsetDateTime("settled_at").toInstant());
    }

    private static Stage stage(Row row) {
        UUID mergedInto = row.getUUID("merged_into");
        String waitsFor = row.getString("waits_for");
        return mergedInto == null
                ? Stage.of(RequestStatus.of(row.getString("status")), waitsFor == null ? null : Party.of(waitsFor))
                : new Stage.Merged(mergedInto.toString());
    }
}
