package io.beforehand.sla.report;

import io.beforehand.events.ClockRef;
import io.beforehand.events.Metric;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.messaging.transaction.Transactions;
import io.beforehand.sla.report.PauseReport.ClockPause;
import io.beforehand.sla.request.Columns;
import io.beforehand.sla.request.Owners;
import io.beforehand.sla.request.OwnersColumn;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Finds pauses that began with little left: one statement over the clocks that were paused since the period began. */
@ApplicationScoped
class PauseReader {

    /** More than anybody looks through. */
    private static final int MOST_PAUSES = 10_000;

    private static final String NEAR = """
            WITH near AS (
                SELECT c.request_id, c.metric, c.cycle, c.goal_millis, p.*
                  FROM clock c, LATERAL jsonb_to_recordset(c.pauses) AS p (
                       "from" timestamptz, "to" timestamptz, status text, reason text, party text, "left" bigint, gained bigint)
                 WHERE c.goal_party = '' AND c.last_pause_at >= $1 AND p."from" >= $1 AND p."from" < $2
                   AND p."left" * 100 <= c.goal_millis * $3::integer),
            again AS (SELECT request_id FROM near GROUP BY request_id HAVING count(DISTINCT "from") >= $4::integer)
            SELECT near.*, r.owners, r.team
              FROM near JOIN again USING (request_id) JOIN request r ON r.id = near.request_id
             ORDER BY near.request_id, near."from" LIMIT $5::integer""";

    private final Transactions transactions;

    PauseReader(Transactions transactions) {
        this.transactions = transactions;
    }

    /** @param question what is asked, now */
    Uni<PauseReport> read(Function<Instant, PauseQuestion> question) {
        return transactions.run(transaction -> read(transaction, question.apply(transaction.now())));
    }

    private static Uni<PauseReport> read(Transaction transaction, PauseQuestion question) {
        Period period = question.period();
        return transaction
                .sql()
                .preparedQuery(NEAR)
                .execute(Tuple.of(
                        period.from().atOffset(ZoneOffset.UTC),
                        period.to().atOffset(ZoneOffset.UTC),
                        question.withinPercent(),
                        PauseReport.AGAIN,
                        MOST_PAUSES + 1))
                .map(rows -> {
                    if (rows.size() > MOST_PAUSES) {
                        throw ProblemException.invalidField(
                                "from", "must be later: there are more than " + MOST_PAUSES + " such pauses");
                    }
                    List<ClockPause> pauses = new ArrayList<>();
                    for (Row row : rows) {
                        pauses.add(pause(row));
                    }
                    return PauseReport.of(period, pauses);
                });
    }

    private static ClockPause pause(Row row) {
        String requestId = row.getString("request_id");
        Instant from = Columns.instant(row, "from").orElseThrow();
        Owners.Tenure owner = OwnersColumn.read(row.getString("owners")).at(from);
        String said = Objects.toString(row.getString("reason"), "");
        return new ClockPause(
                requestId,
                ClockRef.of(requestId, new Metric(row.getString("metric")), row.getInteger("cycle"))
                        .id(),
                from,
                Columns.instant(row, "to"),
                (double) row.getLong("left") / row.getLong("goal_millis"),
                said.isEmpty() ? row.getString("status") : said,
                Objects.toString(row.getString("party"), ""),
                owner.agent(),
                owner.team().isEmpty() ? row.getString("team") : owner.team(),
                Optional.ofNullable(row.getLong("gained")).map(Numbers::seconds).orElse(0.0));
    }
}
