package io.beforehand.messaging.topic;

import io.beforehand.messaging.MessagingConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Creates the service's own topic and watches that every topic it uses stays the one whose positions are stored: same id,
 * same number of partitions. A topic that was deleted and made anew has other events under the same offsets. It looks every two
 * seconds and at each take-over: what is written into the new topic before that may be read as if it followed the old.
 */
@ApplicationScoped
public class TopicGuard {

    /** What is known of the topics. */
    public sealed interface State {

        /** Kafka or the database could not be asked, or a topic does not exist yet. */
        record Unknown(String reason) implements State {}

        record Sound() implements State {}

        /** Nothing may be read until somebody decides what the stored positions mean. */
        record Replaced(String topic, String reason) implements State {}
    }

    private static final Logger LOG = Logger.getLogger(TopicGuard.class);
    private static final Duration WAIT = Duration.ofSeconds(5);

    private static final String REMEMBER = """
            INSERT INTO topic_identity (topic, topic_id, partitions)
            SELECT * FROM unnest($1::text[], $2::text[], $3::smallint[]) ON CONFLICT DO NOTHING""";

    private static final String RECALL =
            "SELECT topic, topic_id, partitions FROM topic_identity WHERE topic = ANY ($1)";

    private final MessagingConfig config;
    private final KafkaAdmin kafka;
    private final Pool pool;
    private final Set<String> topics = new TreeSet<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("topic-guard").daemon().unstarted(task));
    private volatile boolean mayWrite;
    private volatile State state = new State.Unknown("not checked yet");

    TopicGuard(
            MessagingConfig config,
            KafkaAdmin kafka,
            Pool pool,
            @ConfigProperty(name = "mp.messaging.incoming.events.topics") List<String> heard) {
        this.config = config;
        this.kafka = kafka;
        this.pool = pool;
        topics.addAll(heard);
        topics.add(config.owner().topic());
    }

    void start(@Observes StartupEvent event) {
        watch.scheduleWithFixedDelay(this::check, 0, 2, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        watch.shutdownNow();
    }

    public State state() {
        return state;
    }

    /** Whether the service's own topic is known to be the one it always wrote; others may not be known yet. */
    public boolean mayWrite() {
        return mayWrite;
    }

    /** Looks now. Returns false only if a topic is known to have been replaced. Blocks for some seconds at the most. */
    public synchronized boolean check() {
        try {
            createOwn();
            State own = compare(kafka.describe(Set.of(config.owner().topic()), WAIT));
            mayWrite = own instanceof State.Sound;
            state = own instanceof State.Replaced ? own : compare(kafka.describe(topics, WAIT));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            if (!(state instanceof State.Replaced)) {
                Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
                state = new State.Unknown(cause.getClass().getSimpleName());
            }
        }
        return !(state instanceof State.Replaced);
    }

    private void createOwn() throws InterruptedException, ExecutionException, TimeoutException {
        if (state instanceof State.Sound || state instanceof State.Replaced) {
            return;
        }
        String own = config.owner().topic();
        try {
            kafka.describe(Set.of(own), WAIT);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw e;
            }
            if (knownBefore(own)) {
                return;
            }
            NewTopic topic = new NewTopic(own, Optional.of(config.partitions()), config.replicationFactor())
                    .configs(Map.of(
                            TopicConfig.RETENTION_MS_CONFIG,
                            Long.toString(config.retention().toMillis())));
            try {
                kafka.create(topic, WAIT);
                LOG.infof("Topic created topic=%s partitions=%s", own, config.partitions());
            } catch (ExecutionException raced) {
                if (!(raced.getCause() instanceof TopicExistsException)) {
                    throw raced;
                }
            }
        }
    }

    /** A topic that vanished is not made anew silently: whoever deleted it must say what becomes of the positions. */
    private boolean knownBefore(String topic) {
        return pool.preparedQuery(RECALL)
                        .execute(Tuple.of((Object) new String[] {topic}))
                        .await()
                        .atMost(WAIT)
                        .size()
                > 0;
    }

    private State compare(Map<String, TopicDescription> found) {
        Map<String, TopicDescription> ordered = new TreeMap<>(found);
        List<String> names = new ArrayList<>(ordered.keySet());
        String[] ids =
                ordered.values().stream().map(t -> t.topicId().toString()).toArray(String[]::new);
        Short[] partitions = ordered.values().stream()
                .map(t -> (short) t.partitions().size())
                .toArray(Short[]::new);
        String[] asked = names.toArray(String[]::new);
        var rows = pool.withTransaction(sql -> sql.preparedQuery(REMEMBER)
                        .execute(Tuple.of(asked, ids, partitions))
                        .chain(() -> sql.preparedQuery(RECALL).execute(Tuple.of((Object) asked))))
                .await()
                .atMost(WAIT);
        for (Row row : rows) {
            String name = row.getString("topic");
            TopicDescription topic = Objects.requireNonNull(ordered.get(name));
            int count = topic.partitions().size();
            if (!topic.topicId().toString().equals(row.getString("topic_id"))) {
                return replaced(name, "it was deleted and made anew");
            }
            if (count != row.getShort("partitions") || count != config.partitions()) {
                return replaced(name, "it has " + count + " partitions, not " + config.partitions());
            }
        }
        return new State.Sound();
    }

    private static State replaced(String topic, String reason) {
        LOG.errorf("Topic is not the one that was read before topic=%s reason=%s", topic, reason);
        return new State.Replaced(topic, reason);
    }
}
