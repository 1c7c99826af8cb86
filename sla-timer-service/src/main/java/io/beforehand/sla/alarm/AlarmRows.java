package io.beforehand.sla.alarm;

import io.beforehand.sla.request.NextAlarms.NextAlarm;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The alarms in the table, read from the covering index. */
@ApplicationScoped
class AlarmRows {

    private static final String NEAR = """
            SELECT id, partition, alarm_at, revision FROM request
             WHERE partition = $1 AND alarm_at >= $2 AND alarm_at < $3""";

    private static final String OVERDUE = """
            SELECT id, partition, alarm_at, revision FROM request
             WHERE partition = ANY ($1) AND alarm_at <= $2 ORDER BY partition, alarm_at LIMIT $3""";

    /** Before anything can be due. */
    static final Instant LONG_AGO = Instant.EPOCH;

    private final Pool pool;

    AlarmRows(Pool pool) {
        this.pool = pool;
    }

    /** Those of a partition that are due from the one moment on and before the other. One range of the index. */
    Uni<List<NextAlarm>> near(int partition, Instant from, Instant before) {
        return pool.preparedQuery(NEAR)
                .execute(Tuple.of((short) partition, utc(from), utc(before)))
                .map(AlarmRows::read);
    }

    /** Some of those that are due by then. */
    Uni<List<NextAlarm>> overdue(Collection<Integer> partitions, Instant by, int most) {
        Short[] numbers = partitions.stream().map(Integer::shortValue).toArray(Short[]::new);
        return pool.preparedQuery(OVERDUE)
                .execute(Tuple.of(numbers, utc(by), most))
                .map(AlarmRows::read);
    }

    private static List<NextAlarm> read(RowSet<Row> rows) {
        List<NextAlarm> alarms = new ArrayList<>(rows.size());
        for (Row row : rows) {
            alarms.add(new NextAlarm(
                    row.getString("id"),
                    row.getShort("partition"),
                    Optional.of(row.get(OffsetDateTime.class, "alarm_at").toInstant()),
                    true,
                    row.getLong("revision")));
        }
        return alarms;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
