package io.beforehand.routing.testing;

import io.beforehand.events.Owner;
import io.beforehand.localstack.testing.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics that other services own, before the routing service starts. */
public final class EmptyTopics implements QuarkusTestResourceLifecycleManager {

    private static final int PARTITIONS = 12;

    @Override
    public Map<String, String> start() {
        String servers = LocalStackResource.kafka().bootstrapServers();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers))) {
            for (Owner owner : List.of(Owner.REQUESTS, Owner.SLA)) {
                create(admin, new NewTopic(owner.topic(), PARTITIONS, (short) 1));
            }
        }
        return Map.of();
    }

    private static void create(Admin admin, NewTopic topic) {
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void stop() {}
}
