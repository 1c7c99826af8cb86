package io.beforehand.messaging.partition;

import io.beforehand.messaging.MessagingConfig;
import io.beforehand.messaging.topic.TopicGuard;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the topics are sound and Kafka has counted this replica in, and as long as it owns what Kafka assigns to it. A
 * service that accepts work without Kafka is not ready only when a topic is known to have been replaced.
 */
@Readiness
@ApplicationScoped
class MessagingReadiness implements HealthCheck {

    private static final Duration TAKE_OVER = Duration.ofSeconds(30);

    private final TopicGuard topics;
    private final PartitionKeeper keeper;
    private final MessagingConfig config;
    private final Ownership ownership;
    private final AtomicLong missingSince = new AtomicLong();

    MessagingReadiness(TopicGuard topics, PartitionKeeper keeper, Ownership ownership, MessagingConfig config) {
        this.topics = topics;
        this.keeper = keeper;
        this.config = config;
        this.ownership = ownership;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("messaging");
        return switch (topics.state()) {
            case TopicGuard.State.Replaced(String topic, String reason) ->
                response.down()
                        .withData("topic", topic)
                        .withData("reason", reason)
                        .build();
            case TopicGuard.State.Unknown(String reason) ->
                response.status(!config.readinessNeedsKafka())
                        .withData("topics", reason)
                        .build();
            case TopicGuard.State.Sound() ->
                response.status((keeper.joined() && !missesPartitions()) || !config.readinessNeedsKafka())
                        .withData("joined", keeper.joined())
                        .withData("assigned", numbers().size())
                        .withData("owned", ownership.owned().size())
                        .build();
        };
    }

    /** Whether something assigned has not been owned for longer than a take-over lasts. */
    private boolean missesPartitions() {
        if (ownership.owned().containsAll(numbers())) {
            missingSince.set(0);
            return false;
        }
        long now = System.nanoTime();
        long since = missingSince.updateAndGet(before -> before == 0 ? now : before);
        return now - since > TAKE_OVER.toNanos();
    }

    private Set<Integer> numbers() {
        return keeper.assigned().stream().map(TopicPartition::partition).collect(Collectors.toSet());
    }
}
