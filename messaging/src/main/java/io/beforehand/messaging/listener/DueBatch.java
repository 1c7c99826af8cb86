package io.beforehand.messaging.listener;

import io.beforehand.messaging.partition.Positions.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;

/**
 * Records to be processed now.
 *
 * @param epochs under which their partitions are owned
 * @param from the positions before them
 */
record DueBatch(Batch batch, Map<Integer, Long> epochs, Map<TopicPartition, Long> from) {

    /** How the positions move when they are processed. */
    List<Move> moves() {
        List<Move> moves = new ArrayList<>();
        batch.byPartition()
                .forEach((partition, records) -> moves.add(new Move(
                        partition,
                        Objects.requireNonNull(from.get(partition)),
                        records.getLast().offset() + 1)));
        return moves;
    }
}
