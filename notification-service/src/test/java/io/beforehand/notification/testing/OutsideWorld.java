package io.beforehand.notification.testing;

import io.beforehand.events.Owner;
import io.beforehand.localstack.testing.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics of the other services before this one starts. */
public final class OutsideWorld implements QuarkusTestResourceLifecycleManager {

    /** How long an acknowledgement waits for what it wants to say: longer than it ever takes; tests move the time ahead. */
    public static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int PARTITIONS = 12;

    @Override
    public Map<String, String> start() {
        String servers = LocalStackResource.kafka().bootstrapServers();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers))) {
            List<NewTopic> topics = List.of(Owner.REQUESTS, Owner.ROUTING, Owner.SLA).stream()
                    .map(owner -> new NewTopic(owner.topic(), PARTITIONS, (short) 1))
                    .toList();
            admin.createTopics(topics).all().get();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        }
        return Map.of(
                "beforehand.acknowledgement.patience", PATIENCE.toSeconds() + "s",
                "beforehand.delivery.timeout", Stage.SOON.multipliedBy(2).toSeconds() + "s",
                "beforehand.delivery.allow-private-addresses", "true",
                "quarkus.http.test-port", "0",
                "quarkus.log.category.\"org.apache.kafka\".level", "WARN");
    }

    @Override
    public void stop() {}
}
