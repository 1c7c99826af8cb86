package io.beforehand.routing.register;

import io.beforehand.events.StreamEvent;
import io.beforehand.events.StreamProgress;
import io.beforehand.messaging.listener.RequestRows;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.routing.request.RoutedRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and writes rows of requests. One lock, one upsert and one insert of steps a transaction, however many requests. */
@ApplicationScoped
public class RequestRegister implements RequestRows<RoutedRequest> {

    private static final String LOCK = """
            SELECT * FROM routed_request WHERE request_id = ANY ($1) ORDER BY request_id FOR UPDATE""";

    private static final String FIND = "SELECT * FROM routed_request WHERE request_id = $1";

    private static final String LOCK_HELD_BY = """
            SELECT * FROM routed_request WHERE agent_id = $1 AND state = 'assigned' ORDER BY request_id FOR UPDATE""";

    private static final String HISTORY = """
            SELECT seq, at, event, detail, runners_up FROM assignment_step WHERE request_id = $1 ORDER BY seq""";

    private static final String SAVE = """
            INSERT INTO routed_request AS r
            SELECT * FROM json_populate_recordset(NULL::routed_request, $1::json)
            ON CONFLICT (request_id) DO UPDATE SET
                requests_seq = excluded.requests_seq, sla_seq = excluded.sla_seq, status_seq = excluded.status_seq,
                facts_seq = excluded.facts_seq, due_seq = excluded.due_seq, last_seq = excluded.last_seq,
                priority = excluded.priority, category = excluded.category, team = excluded.team,
                due_at = excluded.due_at, state = excluded.state, since = excluded.since, agent_id = excluded.agent_id,
                last_agent = excluded.last_agent, avoid_until = excluded.avoid_until, announced = excluded.announced,
                checked_at = coalesce(excluded.checked_at, r.checked_at),
                told_position = coalesce(excluded.told_position, r.told_position),
                told_wait_s = CASE WHEN excluded.checked_at IS NULL THEN r.told_wait_s ELSE excluded.told_wait_s END,
                handled_s = coalesce(excluded.handled_s, r.handled_s)""";

    private static final String STEPS = """
            INSERT INTO assignment_step (request_id, seq, at, event, detail, runners_up)
            SELECT * FROM json_populate_recordset(NULL::assignment_step, $1::json)""";

    @Override
    public Uni<Map<String, RoutedRequest>> lock(Transaction transaction, List<String> requestIds) {
        return read(transaction, LOCK, Tuple.of((Object) requestIds.toArray(String[]::new)));
    }

    /** Locks all that an agent has. */
    public Uni<Collection<RoutedRequest>> lockHeldBy(Transaction transaction, String agentId) {
        return read(transaction, LOCK_HELD_BY, Tuple.of(agentId)).map(Map::values);
    }

    /** Reads one without locking it. */
    public Uni<Optional<RoutedRequest>> find(Transaction transaction, String requestId) {
        return read(transaction, FIND, Tuple.of(requestId)).map(rows -> Optional.ofNullable(rows.get(requestId)));
    }

    /** All that was told of a request, from the beginning. */
    public Uni<List<Step>> steps(Transaction transaction, String requestId) {
        return transaction
                .sql()
                .preparedQuery(HISTORY)
                .execute(Tuple.of(requestId))
                .map(rows -> {
                    List<Step> steps = new ArrayList<>();
                    rows.forEach(row -> steps.add(StepColumns.read(row)));
                    return steps;
                });
    }

    @Override
    public StreamProgress progress(RoutedRequest request) {
        return request.taken().progress();
    }

    /** Stores what became of locked or new requests and publishes what is told of them. */
    public Uni<Void> record(Transaction transaction, List<Change> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JsonArray rows = new JsonArray();
        JsonArray steps = new JsonArray();
        List<StreamEvent> events = new ArrayList<>();
        for (Change change : changes) {
            RoutedRequest.Told told = change.after().tell(change.told(), transaction.now(), change.cause());
            rows.add(RequestColumns.of(change, told.request(), transaction.now()));
            told.events().forEach(event -> steps.add(StepColumns.of(event, change.runnersUp())));
            events.addAll(told.events());
        }
        transaction.publish(events);
        Uni<Void> saved = write(transaction, SAVE, rows);
        return steps.isEmpty() ? saved : saved.chain(() -> write(transaction, STEPS, steps));
    }

    private static Uni<Void> write(Transaction transaction, String sql, JsonArray rows) {
        return transaction.sql().preparedQuery(sql).execute(Tuple.of(rows)).replaceWithVoid();
    }

    private static Uni<Map<String, RoutedRequest>> read(Transaction transaction, String sql, Tuple parameters) {
        return transaction.sql().preparedQuery(sql).execute(parameters).map(rows -> {
            Map<String, RoutedRequest> requests = new LinkedHashMap<>();
            for (Row row : rows) {
                RoutedRequest request = RequestColumns.read(row);
                requests.put(request.requestId(), request);
            }
            return requests;
        });
    }
}
