package io.beforehand.sla.report;

import io.beforehand.http.problem.ProblemException;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.messaging.transaction.Transactions;
import io.beforehand.sla.report.Attainment.Counts;
import io.beforehand.sla.report.Attainment.Times;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Counts verdicts: one statement besides those that begin, whatever is asked; its cost grows with the verdicts of the period. */
@ApplicationScoped
class AttainmentReader {

    /** More groups than anybody reads. */
    static final int MOST_ROWS = 10_000;

    /**
     * A report may read a whole table, by several processes and for longer than anything else may take here. A statement
     * that others share the database with stays within this memory for each sort.
     */
    private static final String AS_A_REPORT = """
            SET LOCAL enable_seqscan = on; SET LOCAL work_mem = '64MB'; SET LOCAL statement_timeout = '60s'""";

    private final Transactions transactions;

    AttainmentReader(Transactions transactions) {
        this.transactions = transactions;
    }

    /** @param question what is asked, now */
    Uni<Attainment> read(Function<Instant, AttainmentQuestion> question) {
        return transactions.run(transaction -> {
            AttainmentQuestion asked = question.apply(transaction.now());
            return read(transaction, asked);
        });
    }

    private static Uni<Attainment> read(Transaction transaction, AttainmentQuestion question) {
        AttainmentQuery query = AttainmentQuery.of(question, MOST_ROWS + 1);
        return transaction
                .sql()
                .query(AS_A_REPORT)
                .execute()
                .chain(() -> transaction.sql().preparedQuery(query.text()).execute(query.parameters()))
                .map(rows -> attainment(question, rows))
                .invoke(report -> {
                    if (report.rows().size() > MOST_ROWS) {
                        throw ProblemException.invalidField(
                                "by", "makes more than " + MOST_ROWS + " rows; ask for less or for a shorter time");
                    }
                });
    }

    private static Attainment attainment(AttainmentQuestion question, RowSet<Row> rows) {
        List<Attainment.Row> groups = new ArrayList<>();
        List<Attainment.Row> totals = new ArrayList<>();
        for (Row row : rows) {
            boolean total = row.getBoolean("total");
            (total ? totals : groups)
                    .add(Attainment.Row.of(
                            total ? Map.of() : values(question, row), counts(row), times(row), question));
        }
        return new Attainment(question.period().from(), question.period().to(), groups, totals.getFirst());
    }

    private static Map<String, String> values(AttainmentQuestion question, Row row) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Dimension dimension : question.by()) {
            String column = "g" + values.size();
            values.put(
                    dimension.wireName(),
                    dimension.isPeriod()
                            ? dimension.period(
                                    row.get(OffsetDateTime.class, column).toInstant(),
                                    question.period().zone())
                            : row.getString(column));
        }
        return values;
    }

    private static Counts counts(Row row) {
        return new Counts(
                row.getLong("count"),
                row.getLong("met"),
                row.getLong("waived"),
                row.getLong("within"),
                row.getLong("timed"));
    }

    private static Optional<Times> times(Row row) {
        if (row.getLong("timed") == 0) {
            return Optional.empty();
        }
        Long[] percentiles = Objects.requireNonNull(row.getArrayOfLongs("percentiles"));
        return Optional.of(new Times(
                Numbers.seconds(row.getDouble("average")),
                Numbers.seconds(percentiles[0]),
                Numbers.seconds(percentiles[1]),
                Numbers.seconds(percentiles[2])));
    }
}
