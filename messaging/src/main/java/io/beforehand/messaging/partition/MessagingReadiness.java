package io.beforehand.messaging.partition;

import io.beforehand.messaging.MessagingConfig;
import io.beforehand.messaging.topic.TopicGuard;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the topics are sound and Kafka has counted this replica in. A service that accepts work without Kafka is not
 * ready only when a topic is known to have been replaced.
 */
@Readiness
@ApplicationScoped
class MessagingReadiness implements HealthCheck {

    private final TopicGuard topics;
    private final PartitionKeeper keeper;
    private final MessagingConfig config;

    MessagingReadiness(TopicGuard topics, PartitionKeeper keeper, MessagingConfig config) {
        this.topics = topics;
        this.keeper = keeper;
        this.config = config;
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
                response.status(keeper.joined() || !config.readinessNeedsKafka())
                        .withData("joined", keeper.joined())
                        .build();
        };
    }
}
