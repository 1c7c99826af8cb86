package io.beforehand.messaging.listener;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells records that are really missing from a topic from records that were fetched before the consumer went back.
 *
 * <p>Offsets of our topics have no gaps. So a record further on than expected was most likely waiting in memory when the
 * position was moved back, and must not be processed: the consumer is sent to its position once more. If it then meets the
 * very same gap, there is nothing in it.
 */
final class Continuity {

    private record Gap(long expected, long found) {}

    private final Map<TopicPartition, Gap> seen = new HashMap<>();

    /** Whether to process a record that was found where another was expected. */
    boolean accepts(TopicPartition partition, long expected, long found) {
        Gap gap = new Gap(expected, found);
        if (found <= expected || gap.equals(seen.get(partition))) {
            seen.remove(partition);
            return true;
        }
        seen.put(partition, gap);
        return false;
    }
}
