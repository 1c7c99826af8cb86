package io.beforehand.messaging.partition;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes partitions over in the database: raises their epochs and reads where to go on. */
@ApplicationScoped
class OwnerRows {

    /**
     * Waits for every transaction that holds one of the rows in share mode. Epochs follow the clock, so that those of a
     * restored database are not given out a second time.
     */
    private static final String TAKE = """
            INSERT INTO partition_owner AS o (partition, epoch, owner, since)
            SELECT partition, (extract(epoch FROM clock_timestamp()) * 1000)::bigint, $2, beforehand_now()
              FROM unnest($1::smallint[]) AS partition ORDER BY partition
            ON CONFLICT (partition) DO UPDATE SET
                epoch = greatest(o.epoch + 1, excluded.epoch), owner = excluded.owner, since = excluded.since
            RETURNING partition, epoch""";

    /** Makes the missing positions, so that each can be moved by comparing it. */
    private static final String POSITIONS = """
            WITH made AS (
                INSERT INTO consumer_position (topic, partition, next_offset)
                SELECT topic, partition, 0 FROM unnest($1::text[], $2::smallint[]) AS p (topic, partition)
                ON CONFLICT DO NOTHING RETURNING topic, partition, next_offset)
            SELECT topic, partition, next_offset FROM made
            UNION ALL
            SELECT p.topic, p.partition, p.next_offset
              FROM consumer_position p JOIN unnest($1::text[], $2::smallint[]) AS w (topic, partition) USING (topic, partition)""";

    private static final String SKIP = """
            UPDATE consumer_position SET next_offset = $3
             WHERE topic = $1 AND partition = $2 AND next_offset < $3""";

    private final Pool pool;
    private final String replica;

    OwnerRows(Pool pool, @ConfigProperty(name = "beforehand.instance") String replica) {
        this.pool = pool;
        this.replica = replica;
    }

    /** What a take-over found. */
    record Taken(Map<Integer, Long> epochs, Map<TopicPartition, Long> positions) {}

    /** Two statements in one transaction. */
    Uni<Taken> take(Collection<TopicPartition> assigned) {
        Set<Integer> partitions = new TreeSet<>();
        assigned.forEach(tp -> partitions.add(tp.partition()));
        Short[] numbers = partitions.stream().map(Integer::shortValue).toArray(Short[]::new);
        return pool.withTransaction(sql -> sql.preparedQuery(TAKE)
                .execute(Tuple.of(numbers, replica))
                .map(rows -> {
                    Map<Integer, Long> epochs = new HashMap<>();
                    for (Row row : rows) {
                        epochs.put((int) row.getShort("partition"), row.getLong("epoch"));
                    }
                    return epochs;
                })
                .flatMap(epochs -> positions(sql, assigned).map(positions -> new Taken(epochs, positions))));
    }

    private static Uni<Map<TopicPartition, Long>> positions(SqlConnection sql, Collection<TopicPartition> assigned) {
        List<TopicPartition> wanted = new ArrayList<>(assigned);
        String[] topics = wanted.stream().map(TopicPartition::topic).toArray(String[]::new);
        Short[] numbers = wanted.stream().map(tp -> (short) tp.partition()).toArray(Short[]::new);
        return sql.preparedQuery(POSITIONS).execute(Tuple.of(topics, numbers)).map(rows -> {
            Map<TopicPartition, Long> positions = new HashMap<>();
            for (Row row : rows) {
                positions.put(
                        new TopicPartition(row.getString("topic"), row.getShort("partition")),
                        row.getLong("next_offset"));
            }
            return positions;
        });
    }

    /** Moves a position over offsets that the topic does not hold any more. */
    Uni<Void> skipTo(TopicPartition partition, long offset) {
        return pool.preparedQuery(SKIP)
                .execute(Tuple.of(partition.topic(), (short) partition.partition(), offset))
                .replaceWithVoid();
    }
}
