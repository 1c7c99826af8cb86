package io.beforehand.intake;

import io.beforehand.events.Owner;
import io.beforehand.localstack.testing.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The local stack with the topic that notification would have made. */
public final class IntakeStack implements QuarkusTestResourceLifecycleManager {

    private static final int PARTITIONS = 12;

    private final LocalStackResource stack = new LocalStackResource();

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = stack.start();
        try (Admin admin = Admin.create(
                Map.of("bootstrap.servers", LocalStackResource.kafka().bootstrapServers()))) {
            admin.createTopics(List.of(
                            new NewTopic(Owner.NOTIFICATIONS.topic(), PARTITIONS, (short) 1),
                            new NewTopic(Owner.ROUTING.topic(), PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        }
        return settings;
    }

    @Override
    public void stop() {
        stack.stop();
    }
}
