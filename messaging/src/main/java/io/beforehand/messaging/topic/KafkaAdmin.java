package io.beforehand.messaging.topic;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The service's one admin client; made when first needed, for Kafka may be away when the service starts. */
@ApplicationScoped
public class KafkaAdmin {

    private final Map<String, Object> settings;
    private @Nullable Admin admin;

    KafkaAdmin(KafkaSettings kafka) {
        settings = new HashMap<>(kafka.common());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
    }

    Map<String, TopicDescription> describe(Collection<String> topics, Duration atMost)
            throws InterruptedException, ExecutionException, TimeoutException {
        return admin().describeTopics(topics).allTopicNames().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    void create(NewTopic topic, Duration atMost) throws InterruptedException, ExecutionException, TimeoutException {
        admin().createTopics(List.of(topic)).all().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The offsets after the last record of each partition, as they are at the time of the call or later. */
    public KafkaFuture<Map<TopicPartition, Long>> endOffsets(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(tp -> tp, _ -> OffsetSpec.latest()));
        return admin().listOffsets(latest, new ListOffsetsOptions()).all().thenApply(KafkaAdmin::offsets);
    }

    private static Map<TopicPartition, Long> offsets(Map<TopicPartition, ListOffsetsResultInfo> infos) {
        return infos.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .offset()));
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(settings);
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }
}
