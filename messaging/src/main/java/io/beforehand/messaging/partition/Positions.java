package io.beforehand.messaging.partition;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the stored effects go in each partition of each topic: the next offset to process. The table is the truth; memory
 * follows it after each commit.
 */
@ApplicationScoped
public class Positions {

    private static final String ADVANCE = """
            UPDATE consumer_position AS p SET next_offset = move.next_offset
              FROM unnest($1::text[], $2::smallint[], $3::bigint[], $4::bigint[]) AS move (topic, partition, expected, next_offset)
             WHERE p.topic = move.topic AND p.partition = move.partition AND p.next_offset = move.expected""";

    /** From one offset to another in one partition of one topic. */
    public record Move(TopicPartition partition, long from, long to) {}

    private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();

    /** The next offset to process; empty while the partition is not owned. */
    public Optional<Long> next(TopicPartition partition) {
        return Optional.ofNullable(next.get(partition));
    }

    /**
     * Moves positions within the transaction of the effects. One statement.
     *
     * @return fails with {@link NotOwnerException} if a position is not where it was expected: the database was restored,
     *     or a commit that seemed to fail had succeeded
     */
    public Uni<Void> advance(SqlConnection sql, List<Move> moves) {
        List<Move> ordered = new ArrayList<>(moves);
        ordered.sort((a, b) -> a.partition().toString().compareTo(b.partition().toString()));
        String[] topics = ordered.stream().map(move -> move.partition().topic()).toArray(String[]::new);
        Short[] partitions = ordered.stream()
                .map(move -> (short) move.partition().partition())
                .toArray(Short[]::new);
        Long[] expected = ordered.stream().map(Move::from).toArray(Long[]::new);
        Long[] to = ordered.stream().map(Move::to).toArray(Long[]::new);
        return sql.preparedQuery(ADVANCE)
                .execute(Tuple.of(topics, partitions, expected, to))
                .invoke(rows -> {
                    if (rows.rowCount() != moves.size()) {
                        TreeSet<Integer> moved = new TreeSet<>();
                        moves.forEach(move -> moved.add(move.partition().partition()));
                        throw new NotOwnerException(moved);
                    }
                })
                .replaceWithVoid();
    }

    /** Follows a commit. */
    public void advanced(List<Move> moves) {
        moves.forEach(move -> next.replace(move.partition(), move.from(), move.to()));
    }

    void set(TopicPartition partition, long nextOffset) {
        next.put(partition, nextOffset);
    }

    void forget(TopicPartition partition) {
        next.remove(partition);
    }
}
