package io.beforehand.sla.request;

import static io.beforehand.sla.request.Columns.instant;

import io.beforehand.messaging.transaction.Transactions;
import io.beforehand.sla.book.Fields;
import io.beforehand.sla.book.Problems;
import io.beforehand.sla.calendar.book.Moments;
import io.beforehand.sla.clock.HistoryEntry;
import io.beforehand.sla.clock.RequestClocks;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Requests of the past with all that happened to them, in the order in which they opened, a page at a time. */
@ApplicationScoped
public class RequestArchive {

    private static final String OPENED = """
            SELECT at, request_id FROM history
             WHERE kind IN ('opened', 'opened-by-machine') AND at >= $1 AND at < $2 AND (at, request_id) > ($3, $4)
             ORDER BY at, request_id LIMIT $5""";

    private static final String COUNT = """
            SELECT count(*) AS requests FROM history
             WHERE kind IN ('opened', 'opened-by-machine') AND at >= $1 AND at < $2""";

    private final Pool pool;
    private final Transactions transactions;
    private final RequestStore requests;
    private final HistoryRows histories;

    RequestArchive(Pool pool, Transactions transactions, RequestStore requests, HistoryRows histories) {
        this.pool = pool;
        this.transactions = transactions;
        this.requests = requests;
        this.histories = histories;
    }

    /** Requests that opened from the one moment up to the other, not including it. */
    public record Period(Instant from, Instant to) {

        /** All the time there is. */
        public static final Period EVER =
                new Period(Instant.parse("1970-01-01T00:00:00Z"), Instant.parse("2300-01-01T00:00:00Z"));

        /** Reads {@code from} and {@code to}; what is missing has no bound. */
        public static Period read(Fields fields, Problems problems) {
            Instant from = fields.text("from", Moments::parse);
            Instant to = fields.text("to", Moments::parse);
            Period period = new Period(from == null ? EVER.from : from, to == null ? EVER.to : to);
            if (!period.from.isBefore(period.to)) {
                problems.add(fields.at("to"), "must be after " + fields.at("from"));
            }
            return period;
        }
    }

    /** A request's opening; where a page ends and the next begins. */
    public record Opening(Instant at, String requestId) {

        /** Before any other. */
        public static final Opening FIRST = new Opening(Instant.EPOCH, "");
    }

    /** A request as it is stored, and all that happened to it. */
    public record PastRequest(RequestClocks clocks, List<HistoryEntry> history) {}

    /** The database's time. */
    public Uni<Instant> now() {
        return pool.query("SELECT beforehand_now() AS now")
                .execute()
                .map(rows -> instant(rows.iterator().next(), "now").orElseThrow());
    }

    public Uni<Long> count(Period period) {
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(
                        period.from().atOffset(ZoneOffset.UTC), period.to().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getLong("requests"));
    }

    /** The next requests after that one, in the order in which they opened. One statement. */
    public Uni<List<Opening>> opened(Period period, Opening after, int limit) {
        Tuple parameters = Tuple.of(
                period.from().atOffset(ZoneOffset.UTC),
                period.to().atOffset(ZoneOffset.UTC),
                after.at().atOffset(ZoneOffset.UTC),
                after.requestId(),
                limit);
        return pool.preparedQuery(OPENED).execute(parameters).map(rows -> {
            List<Opening> openings = new ArrayList<>();
            for (Row row : rows) {
                openings.add(new Opening(instant(row, "at").orElseThrow(), row.getString("request_id")));
            }
            return openings;
        });
    }

    /** What happened to each of the requests. One statement. */
    public Uni<Map<String, List<HistoryEntry>>> histories(Collection<String> requestIds) {
        return histories.of(pool, requestIds);
    }

    /** The requests, each with what happened to it; while something happens to one, its parts may not fit. Three statements. */
    public Uni<List<PastRequest>> read(Collection<String> requestIds) {
        return withHistories(pool, requestIds, requests.read(pool, requestIds));
    }

    /** The same for requests that nothing happens to meanwhile. */
    public Uni<List<PastRequest>> readLocked(Collection<String> requestIds) {
        return transactions.run(
                transaction -> withHistories(transaction.sql(), requestIds, requests.lock(transaction, requestIds)));
    }

    private Uni<List<PastRequest>> withHistories(
            SqlClient sql, Collection<String> requestIds, Uni<Map<String, WatchedRequest>> read) {
        return read.flatMap(found -> histories.of(sql, requestIds).map(known -> found.values().stream()
                .map(request -> new PastRequest(request.clocks(), known.getOrDefault(request.id(), List.of())))
                .toList()));
    }
}
