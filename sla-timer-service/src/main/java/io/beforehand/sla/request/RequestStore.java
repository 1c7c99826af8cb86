package io.beforehand.sla.request;

import io.beforehand.events.Event;
import io.beforehand.events.Owner;
import io.beforehand.events.SlaEvent.WarningWithdrawn;
import io.beforehand.events.TraceContext;
import io.beforehand.messaging.transaction.TimedWork;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.sla.clock.Ahead;
import io.beforehand.sla.clock.Clock;
import io.beforehand.sla.policy.PolicyBook;
import io.beforehand.sla.policy.PolicyBook.Pin;
import io.beforehand.sla.policy.book.PolicyShelf;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Watched requests: two statements to lock and read many of them with their clocks, two to store them, and what the books cost. */
@ApplicationScoped
public class RequestStore {

    private static final String READ = """
            SELECT id, partition, priority, tier, channel, category, team, customer, status, policy_id, policy_version, calendar_version,
                   calendar_parts, time_zone, traceparent, requests_seq, routing_seq, notifications_seq, sla_seq, head_at,
                   head_owner, head_seq, revision, expected_at, forecast_cycle, owners, with_team,
                   coalesce(meant_for, team) AS meant_for, waits_for
              FROM request WHERE id = ANY ($1) ORDER BY id""";

    private static final String LOCK = READ + " FOR UPDATE";

    /** A request that goes on being over keeps the time at which it was found to be. */
    private static final String SAVE = """
            INSERT INTO request AS r (
                id, partition, priority, tier, channel, category, team, customer, status, policy_id, policy_version, calendar_version,
                traceparent, requests_seq, routing_seq, notifications_seq, sla_seq, head_at, head_owner, head_seq, ended_at, alarm_at, revision,
                expected_at, forecast_cycle, calendar_parts, time_zone, owners, with_team, meant_for, waits_for)
            SELECT * FROM unnest(
                $1::text[], $2::smallint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
                $10::text[], $11::integer[], $12::integer[], $13::text[], $14::bigint[], $15::bigint[], $16::bigint[],
                $17::bigint[], $18::timestamptz[], $19::smallint[], $20::bigint[], $21::timestamptz[], $22::timestamptz[],
                $23::bigint[], $24::timestamptz[], $25::integer[], $26::text[], $27::text[], $28::text[],
                $29::text[], $30::text[], $31::text[])
            ON CONFLICT (id) DO UPDATE SET
                priority = excluded.priority, tier = excluded.tier, category = excluded.category, team = excluded.team,
                customer = excluded.customer, time_zone = excluded.time_zone,
                status = excluded.status, policy_id = excluded.policy_id, policy_version = excluded.policy_version,
                calendar_version = excluded.calendar_version, calendar_parts = excluded.calendar_parts,
                requests_seq = excluded.requests_seq, routing_seq = excluded.routing_seq,
                notifications_seq = excluded.notifications_seq, sla_seq = excluded.sla_seq, head_at = excluded.head_at,
                head_owner = excluded.head_owner, head_seq = excluded.head_seq,
                ended_at = CASE WHEN excluded.ended_at IS NOT NULL THEN coalesce(r.ended_at, excluded.ended_at) END,
                alarm_at = excluded.alarm_at, revision = excluded.revision,
                expected_at = excluded.expected_at, forecast_cycle = excluded.forecast_cycle,
                owners = excluded.owners, with_team = excluded.with_team, meant_for = excluded.meant_for, waits_for = excluded.waits_for""";

    private final ClockRows clockRows;
    private final PolicyShelf shelf;
    private final Bookkeeping books;
    private final ClockMetrics metrics;

    RequestStore(ClockRows clockRows, PolicyShelf shelf, Bookkeeping books, ClockMetrics metrics) {
        this.metrics = metrics;
        this.clockRows = clockRows;
        this.shelf = shelf;
        this.books = books;
    }

    /** Those of the requests that are known, locked, in the order of their ids. */
    public Uni<Map<String, WatchedRequest>> lock(Transaction transaction, Collection<String> requestIds) {
        return read(transaction.sql(), LOCK, requestIds).map(locked -> takenBack(transaction.timed(), locked));
    }

    /** Warnings that were given ahead and are not told yet are still to come for whoever has the lock. */
    private static Map<String, WatchedRequest> takenBack(TimedWork timed, Map<String, WatchedRequest> locked) {
        Map<String, WatchedRequest> requests = new LinkedHashMap<>();
        locked.forEach((id, request) -> requests.put(
                id,
                timed.of(id)
                        .filter(at -> isTakenBack(timed, request, at))
                        .map(at -> request.with(Ahead.without(request.clocks(), at)))
                        .orElse(request)));
        return requests;
    }

    private static boolean isTakenBack(TimedWork timed, WatchedRequest request, Instant at) {
        List<WarningWithdrawn> standIns = Ahead.withdrawn(request.clocks(), at);
        return !standIns.isEmpty() && timed.takeBack(request.id(), standIns);
    }

    /** The same without a lock: what is read may not be of one moment. */
    Uni<Map<String, WatchedRequest>> read(SqlClient sql, Collection<String> requestIds) {
        return read(sql, READ, requestIds);
    }

    private Uni<Map<String, WatchedRequest>> read(SqlClient sql, String statement, Collection<String> requestIds) {
        return sql.preparedQuery(statement)
                .execute(Tuple.of((Object) requestIds.toArray(String[]::new)))
                .flatMap(rows -> rows.size() == 0
                        ? Uni.createFrom().item(Map.of())
                        : clockRows.of(sql, requestIds).flatMap(clocks -> shelf.holding(policies(rows))
                                .map(book -> read(rows, clocks, book))));
    }

    /** A request as it was locked, and as it is to be. */
    public record Change(WatchedRequest before, WatchedRequest after) {}

    /** Stores what has changed; what was given ahead of its moment and not told yet is never told. */
    public Uni<Void> save(Transaction transaction, List<Change> changes) {
        TimedWork timed = transaction.timed();
        List<Event> withdrawn = changes.stream()
                .map(change -> change.before().id())
                .filter(timed::hasTakenBack)
                .flatMap(id -> timed.withdraw(id).stream())
                .toList();
        transaction.afterCommit(() -> metrics.withdrawn(withdrawn));
        Map<Boolean, List<WatchedRequest>> rung = changes.stream()
                .collect(Collectors.partitioningBy(
                        change -> change.before().isTheSameButForItsClocks(change.after()),
                        Collectors.mapping(Change::after, Collectors.toList())));
        ChangedClocks clocks = ChangedClocks.of(changes, timed::hasTakenBack);
        SqlClient sql = transaction.sql();
        // Sent one after the other without waiting for answers; the database carries them out in this order.
        return Uni.join()
                .all(
                        saveRequests(transaction, rung.getOrDefault(false, List.of())),
                        RungRows.saveRequests(sql, rung.getOrDefault(true, List.of())),
                        clockRows.save(sql, clocks.changed()),
                        RungRows.saveClocks(sql, clocks.rung()),
                        books.keep(transaction, changes))
                .andFailFast()
                .replaceWithVoid();
    }

    private static Uni<Void> saveRequests(Transaction transaction, List<WatchedRequest> requests) {
        if (requests.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = new Columns<>(requests)
                .text(WatchedRequest::id)
                .shorts(r -> r.origin().partition())
                .text(r -> r.traits().priority().wireName())
                .text(r -> r.traits().tier())
                .text(r -> r.traits().channel().wireName())
                .text(r -> r.traits().category())
                .text(r -> r.traits().team())
                .text(r -> r.traits().customer())
                .text(r -> r.clocks().situation().status().wireName())
                .text(r -> r.clocks().policy().ref().id())
                .ints(r -> r.clocks().policy().ref().version())
                .ints(r -> r.clocks().policy().calendar().version())
                .text(r -> Optional.ofNullable(r.origin().trace())
                        .map(TraceContext::traceparent)
                        .orElse(null))
                .longs(r -> r.position().heard().of(Owner.REQUESTS))
                .longs(r -> r.position().heard().of(Owner.ROUTING))
                .longs(r -> r.position().heard().of(Owner.NOTIFICATIONS))
                .longs(r -> r.position().told())
                .instants(r -> Optional.of(r.position().head().at()))
                .shorts(r -> r.position().head().owner().rank())
                .longs(r -> r.position().head().sequence())
                .instants(r -> r.clocks().isOver() ? Optional.of(transaction.now()) : Optional.empty())
                .instants(r -> r.clocks().nextAlarm())
                .longs(r -> r.position().revision())
                .instants(r -> Optional.of(r.forecast().expectedAt()).filter(at -> !at.equals(Instant.MIN)))
                .ints(r -> r.forecast().toldCycle())
                .text(r -> PartsColumn.write(r.clocks().policy().calendar().parts()))
                .text(r -> r.traits().timeZone())
                .text(r -> OwnersColumn.write(r.owners()))
                .text(r -> r.clocks().situation().team())
                .text(r -> r.clocks().situation().meantFor())
                .text(r -> r.clocks().situation().waitsFor())
                .tuple();
        return transaction.sql().preparedQuery(SAVE).execute(columns).replaceWithVoid();
    }

    private static List<Pin> policies(RowSet<Row> rows) {
        List<Pin> refs = new ArrayList<>();
        for (Row row : rows) {
            refs.add(RequestRow.policy(row));
        }
        return refs;
    }

    private static Map<String, WatchedRequest> read(
            RowSet<Row> rows, Map<String, List<Clock>> clocks, PolicyBook book) {
        Map<String, WatchedRequest> requests = new LinkedHashMap<>();
        for (Row row : rows) {
            String id = row.getString("id");
            requests.put(id, RequestRow.read(row, clocks.getOrDefault(id, List.of()), book));
        }
        return requests;
    }
}
