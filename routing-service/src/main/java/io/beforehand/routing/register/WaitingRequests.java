package io.beforehand.routing.register;

import io.beforehand.events.Channel;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.routing.request.Demand;
import io.beforehand.routing.request.RoutedRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds requests that wait. What a look costs grows with the number of different demands, not of requests. */
@ApplicationScoped
public class WaitingRequests {

    /** How many requests are announced, or tried again after being given back, in one go. */
    private static final int AT_ONCE = 200;

    /** Jumps through the index from one demand to the next. */
    private static final String DEMANDS = """
            WITH RECURSIVE demand AS (
                (SELECT category, team, language, channel FROM routed_request WHERE state = 'waiting'
                  ORDER BY category, team, language, channel LIMIT 1)
                UNION ALL
                SELECT n.* FROM demand d CROSS JOIN LATERAL (
                    SELECT r.category, r.team, r.language, r.channel FROM routed_request r
                     WHERE r.state = 'waiting'
                       AND (r.category, r.team, r.language, r.channel) > (d.category, d.team, d.language, d.channel)
                     ORDER BY r.category, r.team, r.language, r.channel LIMIT 1) n)
            SELECT * FROM demand""";

    /** Waits for whoever has one of them locked: none is passed over because somebody else looks at it too. */
    private static final String LOCK = """
            SELECT * FROM routed_request
             WHERE state = 'waiting' AND request_id = ANY (ARRAY (
                SELECT m.request_id
                  FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[])
                       AS d (category, team, language, channel, room)
                 CROSS JOIN LATERAL (
                    SELECT r.request_id FROM routed_request r
                     WHERE r.state = 'waiting' AND r.category = d.category AND r.team = d.team
                       AND r.language = d.language AND r.channel = d.channel
                       AND (r.avoid_until IS NULL OR r.avoid_until <= beforehand_now())
                     ORDER BY r.priority, r.due_at, r.opened_at, r.request_id
                     LIMIT d.room) m
                UNION
                (SELECT request_id FROM routed_request WHERE state = 'waiting' AND NOT announced
                  ORDER BY request_id LIMIT $6)
                UNION
                (SELECT request_id FROM routed_request WHERE state = 'waiting' AND avoid_until > beforehand_now()
                  ORDER BY avoid_until LIMIT $6)))
             ORDER BY request_id FOR UPDATE""";

    /** Passes over what somebody else has locked: it is looked at again soon. */
    private static final String LOCK_NOTIFIED = """
            WITH due AS (
                SELECT request_id FROM routed_request
                 WHERE state = 'waiting' AND announced AND checked_at <= $1
                 ORDER BY checked_at LIMIT $2 FOR UPDATE SKIP LOCKED)
            UPDATE routed_request r SET checked_at = beforehand_now()
              FROM due WHERE r.request_id = due.request_id
            RETURNING r.*""";

    /** A request that waits, and what was last told of its place. */
    public record Notified(RoutedRequest request, int position, Optional<Duration> expectedWait) {}

    /** The different demands of all that waits. One statement. */
    public Uni<List<Demand>> demands(Transaction transaction) {
        return transaction.sql().query(DEMANDS).execute().map(rows -> {
            List<Demand> demands = new ArrayList<>();
            for (Row row : rows) {
                demands.add(new Demand(
                        row.getString("category"),
                        row.getString("team"),
                        row.getString("language"),
                        Channel.of(row.getString("channel"))));
            }
            return demands;
        });
    }

    /**
     * Locks the most urgent of each demand, and those besides that were not announced yet or were given back a moment ago.
     * One statement.
     *
     * @param room how many of each demand
     */
    public Uni<List<RoutedRequest>> lock(Transaction transaction, Map<Demand, Integer> room) {
        List<Demand> demands = List.copyOf(room.keySet());
        Tuple parameters = DemandArrays.of(demands)
                .addArrayOfInteger(demands.stream().map(room::get).toArray(Integer[]::new))
                .addInteger(AT_ONCE);
        return transaction.sql().preparedQuery(LOCK).execute(parameters).map(rows -> {
            List<RoutedRequest> requests = new ArrayList<>();
            rows.forEach(row -> requests.add(RequestColumns.read(row)));
            return requests;
        });
    }

    /** Locks announced requests whose place was last compared with the truth before then, and counts them as compared. */
    public Uni<List<Notified>> lockNotifiedBefore(Transaction transaction, Instant then) {
        return transaction
                .sql()
                .preparedQuery(LOCK_NOTIFIED)
                .execute(Tuple.of(then.atOffset(ZoneOffset.UTC), AT_ONCE))
                .map(rows -> {
                    List<Notified> notified = new ArrayList<>();
                    for (Row row : rows) {
                        Long wait = row.getLong("told_wait_s");
                        notified.add(new Notified(
                                RequestColumns.read(row),
                                row.getInteger("told_position"),
                                Optional.ofNullable(wait).map(Duration::ofSeconds)));
                    }
                    return notified;
                });
    }
}
