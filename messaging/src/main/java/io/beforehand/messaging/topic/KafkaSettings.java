package io.beforehand.messaging.topic;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** What every Kafka client of the service is told: the {@code kafka.*} settings, security among them. */
@ApplicationScoped
public class KafkaSettings {

    private final Map<String, Object> settings;

    KafkaSettings(@Identifier("default-kafka-broker") Map<String, Object> settings) {
        this.settings = settings;
    }

    public Map<String, Object> common() {
        return new HashMap<>(settings);
    }
}
