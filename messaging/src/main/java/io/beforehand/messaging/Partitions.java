package io.beforehand.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** Where a request lives: the partition of its key, the same in every topic and in the outbox. */
@ApplicationScoped
public class Partitions {

    private final int count;

    Partitions(MessagingConfig config) {
        this.count = config.partitions();
    }

    public int count() {
        return count;
    }

    /** The partition that Kafka's own partitioner chooses for this key. */
    public int of(String requestId) {
        return of(requestId, count);
    }

    static int of(String requestId, int count) {
        return Utils.toPositive(Utils.murmur2(requestId.getBytes(StandardCharsets.UTF_8))) % count;
    }
}
