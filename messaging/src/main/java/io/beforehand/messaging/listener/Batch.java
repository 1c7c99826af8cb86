package io.beforehand.messaging.listener;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Records to be processed in one transaction, in the order they were read. */
record Batch(List<ConsumerRecord<byte[], byte[]>> records) {

    Batch {
        records = List.copyOf(records);
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    int size() {
        return records.size();
    }

    TreeSet<Integer> partitions() {
        return records.stream().map(ConsumerRecord::partition).collect(Collectors.toCollection(TreeSet::new));
    }

    Batch keep(Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        return new Batch(records.stream().filter(wanted).toList());
    }

    /** The records by where they come from. */
    Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> byPartition() {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> byPartition =
                new TreeMap<>(java.util.Comparator.comparing(TopicPartition::toString));
        for (ConsumerRecord<byte[], byte[]> message : records) {
            byPartition
                    .computeIfAbsent(new TopicPartition(message.topic(), message.partition()), _ -> new ArrayList<>())
                    .add(message);
        }
        return byPartition;
    }

    Batch firstHalf() {
        return new Batch(records.subList(0, size() / 2));
    }

    Batch secondHalf() {
        return new Batch(records.subList(size() / 2, size()));
    }
}
