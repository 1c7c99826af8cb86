package io.beforehand.benchmarks.counts;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How many records the services' topics were given. */
public final class Topics implements AutoCloseable {
    private static final String PREFIX = "beforehand.";

    private final Admin admin;

    public Topics(String bootstrapServers) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** The sums of the end offsets, by topic. */
    public Map<String, Long> records() {
        try {
            Set<String> names = admin.listTopics().names().get().stream()
                    .filter(name -> name.startsWith(PREFIX))
                    .collect(Collectors.toSet());
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            admin.describeTopics(names).allTopicNames().get().forEach((name, topic) -> topic.partitions()
                    .forEach(each -> ends.put(new TopicPartition(name, each.partition()), OffsetSpec.latest())));
            return admin.listOffsets(ends).all().get().entrySet().stream()
                    .collect(Collectors.groupingBy(
                            end -> end.getKey().topic(),
                            Collectors.summingLong(end -> end.getValue().offset())));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
