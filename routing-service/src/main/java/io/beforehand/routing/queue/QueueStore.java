package io.beforehand.routing.queue;

import io.beforehand.events.Channel;
import io.beforehand.events.Priority;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.routing.register.DemandArrays;
import io.beforehand.routing.request.Demand;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads places and handling times. A look at places reads the whole queue concerned; it is taken for a batch at a time. */
@ApplicationScoped
class QueueStore {

    private static final String PLACES = """
            SELECT * FROM (
                SELECT r.request_id, q.queue, r.category, r.team, r.language, r.channel, r.priority, r.since, r.due_at,
                       row_number() OVER (PARTITION BY q.queue
                                          ORDER BY r.priority, r.due_at, r.opened_at, r.request_id) AS position
                  FROM routed_request r
                  JOIN unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
                       AS q (category, team, language, channel, queue) USING (category, team, language, channel)
                 WHERE r.state = 'waiting') place""";

    private static final String PLACES_OF = PLACES + " WHERE request_id = ANY ($6)";
    private static final String FIRST_PLACES = PLACES + " WHERE position > $6 ORDER BY queue, position LIMIT $7";

    /** Handling times change with the day, so only the last ones count. */
    private static final String MEAN_HANDLING = """
            SELECT d.channel, d.category, avg(h.handled_s)::bigint AS mean_s
              FROM unnest($1::text[], $2::text[]) AS d (channel, category)
             CROSS JOIN LATERAL (
                SELECT r.handled_s FROM routed_request r
                 WHERE r.state = 'ended' AND r.handled_s IS NOT NULL AND r.channel = d.channel AND r.category = d.category
                 ORDER BY r.since DESC LIMIT 50) h
             GROUP BY d.channel, d.category""";

    /** What is handled in about the same time. */
    record Kind(Channel channel, String category) {
        static Kind of(Demand demand) {
            return new Kind(demand.channel(), demand.category());
        }
    }

    Uni<List<QueuePlace>> places(Transaction transaction, Map<Demand, String> queues, Collection<String> requestIds) {
        Tuple parameters = arrays(queues).addArrayOfString(requestIds.toArray(String[]::new));
        return transaction.sql().preparedQuery(PLACES_OF).execute(parameters).map(QueueStore::places);
    }

    Uni<List<QueuePlace>> places(Transaction transaction, Map<Demand, String> queues, long after, int limit) {
        Tuple parameters = arrays(queues).addLong(after).addInteger(limit);
        return transaction.sql().preparedQuery(FIRST_PLACES).execute(parameters).map(QueueStore::places);
    }

    /** Mean time from assignment to end of the last requests of each kind; no entry where there were none. */
    Uni<Map<Kind, Duration>> meanHandling(Transaction transaction, Collection<Kind> kinds) {
        Tuple parameters = Tuple.tuple()
                .addArrayOfString(
                        kinds.stream().map(kind -> kind.channel().wireName()).toArray(String[]::new))
                .addArrayOfString(kinds.stream().map(Kind::category).toArray(String[]::new));
        return transaction
                .sql()
                .preparedQuery(MEAN_HANDLING)
                .execute(parameters)
                .map(rows -> {
                    Map<Kind, Duration> means = new HashMap<>();
                    for (Row row : rows) {
                        means.put(
                                new Kind(Channel.of(row.getString("channel")), row.getString("category")),
                                Duration.ofSeconds(row.getLong("mean_s")));
                    }
                    return means;
                });
    }

    private static Tuple arrays(Map<Demand, String> queues) {
        List<Demand> demands = List.copyOf(queues.keySet());
        return DemandArrays.of(demands)
                .addArrayOfString(demands.stream().map(queues::get).toArray(String[]::new));
    }

    private static List<QueuePlace> places(Iterable<Row> rows) {
        List<QueuePlace> places = new ArrayList<>();
        for (Row row : rows) {
            places.add(new QueuePlace(
                    row.getString("request_id"),
                    row.getString("queue"),
                    row.getLong("position").intValue(),
                    new Demand(
                            row.getString("category"),
                            row.getString("team"),
                            row.getString("language"),
                            Channel.of(row.getString("channel"))),
                    Priority.ofRank(row.getShort("priority")),
                    row.get(OffsetDateTime.class, "since").toInstant(),
                    Optional.ofNullable(row.get(OffsetDateTime.class, "due_at")).map(OffsetDateTime::toInstant)));
        }
        return places;
    }
}
