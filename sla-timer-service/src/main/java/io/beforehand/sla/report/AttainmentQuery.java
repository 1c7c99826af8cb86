package io.beforehand.sla.report;

import io.beforehand.events.Metric;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A question as SQL: one pass over the verdicts of the period, which several processes share; the times of each group are
 * gathered and sorted apart. The last row is of all groups together.
 *
 * @param text with columns {@code g0, g1 …} for the dimensions
 */
record AttainmentQuery(String text, Tuple parameters) {

    private static final String TEXT = """
            WITH grouped AS MATERIALIZED (
                SELECT %1$s, count(*) AS count, count(*) FILTER (WHERE met) AS met,
                       count(*) FILTER (WHERE NOT met AND (request_id, metric, cycle) IN (
                           SELECT request_id, metric, cycle FROM waiver WHERE state = 'approved')) AS waived,
                       count(*) FILTER (WHERE took_millis <= $4::bigint) AS within,
                       array_agg(took_millis) FILTER (WHERE took_millis IS NOT NULL) AS took
                  FROM verdict
                 WHERE at >= $1 AND at < $2 AND ($3::text IS NULL OR metric = $3)
                 GROUP BY %2$s)
            (SELECT false AS total, %2$s, count, met, waived, within, timed, average, percentiles
               FROM grouped, LATERAL (%3$s FROM unnest(took) AS t) AS times
              ORDER BY %2$s LIMIT $5::integer)
            UNION ALL
            SELECT true, %4$s, count, met, waived, within, timed, average, percentiles
              FROM (SELECT coalesce(sum(count), 0)::bigint AS count, coalesce(sum(met), 0)::bigint AS met,
                           coalesce(sum(waived), 0)::bigint AS waived, coalesce(sum(within), 0)::bigint AS within
                      FROM grouped) AS sums,
                   (%3$s FROM grouped, unnest(took) AS t) AS times""";

    private static final String TIMES = "SELECT count(t) AS timed, avg(t)::float8 AS average,"
            + " percentile_disc(ARRAY[0.5, 0.9, 0.95]) WITHIN GROUP (ORDER BY t) AS percentiles";

    /** @param mostRows how many groups are read at the most */
    static AttainmentQuery of(AttainmentQuestion question, int mostRows) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(question.period().from().atOffset(ZoneOffset.UTC));
        parameters.add(question.period().to().atOffset(ZoneOffset.UTC));
        parameters.add(question.metric().map(Metric::name).orElse(null));
        parameters.add(question.within().map(Duration::toMillis).orElse(-1L));
        parameters.add(mostRows);
        List<String> columns = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Dimension dimension : question.by()) {
            names.add("g" + names.size());
            if (dimension.isPeriod()) {
                parameters.add(question.period().zoneName());
                columns.add("date_trunc('%s', at, $%d::text) AS %s"
                        .formatted(dimension.wireName(), parameters.size(), names.getLast()));
            } else {
                columns.add(dimension.wireName() + " AS " + names.getLast());
            }
        }
        String groups = String.join(", ", names);
        String none = String.join(", ", names.stream().map(_ -> "NULL").toList());
        return new AttainmentQuery(
                TEXT.formatted(String.join(", ", columns), groups, TIMES, none), Tuple.from(parameters));
    }
}
