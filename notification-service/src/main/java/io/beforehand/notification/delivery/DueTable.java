package io.beforehand.notification.delivery;

import io.beforehand.events.DeliveryKind;
import io.beforehand.events.TraceContext;
import io.beforehand.messaging.transaction.Failures;
import io.beforehand.notification.mail.MailThreadJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Reads what is due. Nothing here locks or writes; an attempt that is not recorded was not made. */
@ApplicationScoped
class DueTable {

    /**
     * The owner's epoch is part of the question, so a replica that lost a partition without noticing gets nothing. Whether the
     * customer opted out is asked here, at the last moment; people on call have no account, and so do not opt out.
     */
    private static final String CLAIM = """
            SELECT d.*,
                   EXISTS (SELECT FROM opt_out x
                            WHERE x.channel = d.channel AND x.account = d.account
                              AND x.address = CASE d.channel WHEN 'email' THEN lower(d.address) ELSE d.address END)
                   AS opted_out
              FROM delivery d
              JOIN partition_owner o ON o.partition = d.partition
              JOIN unnest($2::smallint[], $3::bigint[]) AS mine (partition, epoch)
                ON mine.partition = o.partition AND mine.epoch = o.epoch
             WHERE d.id = ANY ($1) AND d.next_attempt_at <= beforehand_now()""";

    private static final String NEAR = """
            SELECT id, partition, destination, next_attempt_at, now
              FROM (SELECT beforehand_now() AS now) AS clock
              LEFT JOIN LATERAL (
                    SELECT id, partition, destination, next_attempt_at FROM delivery
                     WHERE partition = ANY ($1) AND next_attempt_at <= clock.now + $2::bigint * interval '1 millisecond'
                       AND destination <> ALL ($3)
                     ORDER BY next_attempt_at LIMIT $4) AS near ON true""";

    private static final Logger LOG = Logger.getLogger(DueTable.class);

    private final Pool pool;
    private final DeliveryMetrics metrics;

    DueTable(Pool pool, DeliveryMetrics metrics) {
        this.pool = pool;
        this.metrics = metrics;
    }

    /** Those of the deliveries that are due, belong to partitions of these epochs and can be read. One statement. */
    Uni<List<ClaimedDelivery>> claim(Collection<DueDelivery> due, Map<Integer, Long> epochs) {
        String[] ids = due.stream().map(DueDelivery::id).toArray(String[]::new);
        Short[] partitions = epochs.keySet().stream().map(Integer::shortValue).toArray(Short[]::new);
        Long[] numbers = epochs.values().toArray(Long[]::new);
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(ids, partitions, numbers))
                .map(rows -> {
                    List<ClaimedDelivery> claimed = new ArrayList<>();
                    for (Row row : rows) {
                        readable(row).ifPresent(claimed::add);
                    }
                    return claimed;
                });
    }

    /** What is due soon, and the database's time. */
    record Near(Instant now, List<DueDelivery> deliveries) {}

    /** What of these partitions is due within the horizon, soonest first, but for destinations left out. One statement. */
    Uni<Near> near(Set<Integer> partitions, Duration horizon, Set<String> leftOut, int limit) {
        Short[] owned = partitions.stream().map(Integer::shortValue).toArray(Short[]::new);
        return pool.preparedQuery(NEAR)
                .execute(Tuple.of(owned, horizon.toMillis(), leftOut.toArray(String[]::new), limit))
                .map(DueTable::near);
    }

    private static Near near(RowSet<Row> rows) {
        List<DueDelivery> deliveries = new ArrayList<>();
        Instant now = Instant.MIN;
        for (Row row : rows) {
            now = instant(row, "now");
            if (row.getString("id") != null) {
                deliveries.add(due(row));
            }
        }
        return new Near(now, deliveries);
    }

    /** A row that a newer version wrote may be of a kind unknown here; it waits for that version and holds up no other. */
    private Optional<ClaimedDelivery> readable(Row row) {
        try {
            return Optional.of(claimed(row));
        } catch (RuntimeException e) {
            metrics.countUnreadable();
            LOG.warnf("Delivery cannot be read deliveryId=%s failure=%s", row.getString("id"), Failures.describe(e));
            return Optional.empty();
        }
    }

    private static ClaimedDelivery claimed(Row row) {
        String body = row.getString("body");
        OffsetDateTime expected = row.getOffsetDateTime("expected_by");
        Content content = body == null
                ? new Content.Unwritten()
                : new Content.Written(
                        body,
                        expected == null ? null : expected.toInstant(),
                        row.getString("message_id"),
                        MailThreadJson.read(row.getString("mail_thread")));
        return new ClaimedDelivery(
                due(row),
                row.getString("request_id"),
                DeliveryKind.of(row.getString("kind")),
                new Recipient(
                        Destination.parse(row.getString("destination")),
                        row.getString("address"),
                        row.getBoolean("opted_out")),
                content,
                row.getShort("attempt_count"),
                instant(row, "created_at"),
                TraceContext.parse(row.getString("traceparent")).orElse(null));
    }

    private static DueDelivery due(Row row) {
        return new DueDelivery(
                row.getString("id"),
                row.getShort("partition"),
                row.getString("destination"),
                instant(row, "next_attempt_at"));
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
