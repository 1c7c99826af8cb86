package io.beforehand.messaging.retention;

import io.beforehand.messaging.transaction.Failures;
import io.beforehand.messaging.transaction.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Deletes what the rules let go, in small transactions so that nobody waits for it. Any replica may do it, several at once.
 * {@code beforehand.retention.deleted}, by table.
 */
@ApplicationScoped
class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration ATMOST = Duration.ofSeconds(30);
    private static final int CHUNK = 1_000;

    private final Instance<RetentionRule> rules;
    private final Transactions transactions;
    private final MeterRegistry registry;
    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("retention").daemon().unstarted(task));

    Retention(@Any Instance<RetentionRule> rules, Transactions transactions, MeterRegistry registry) {
        this.rules = rules;
        this.transactions = transactions;
        this.registry = registry;
    }

    void start(@Observes StartupEvent event) {
        rules.forEach(rule -> registry.counter("beforehand.retention.deleted", "table", rule.table()));
        long first = ThreadLocalRandom.current().nextLong(EVERY.toSeconds());
        loop.scheduleWithFixedDelay(this::followAll, first, EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    void drain(@Observes ShutdownDelayInitiatedEvent event) {
        loop.shutdownNow();
    }

    /** Follows every rule once, to the end. */
    void followAll() {
        for (RetentionRule rule : rules) {
            try {
                int deleted;
                do {
                    deleted = deleteSome(rule);
                } while (deleted == CHUNK);
            } catch (RuntimeException e) {
                LOG.warnf("Rows are not let go yet table=%s failure=%s", rule.table(), Failures.describe(e));
            }
        }
    }

    private int deleteSome(RetentionRule rule) {
        int deleted = transactions
                .run(transaction -> transaction
                        .sql()
                        .preparedQuery(rule.delete())
                        .execute(Tuple.of(transaction.now().minus(rule.keep()).atOffset(ZoneOffset.UTC), CHUNK))
                        .map(rows -> rows.rowCount()))
                .await()
                .atMost(ATMOST);
        registry.counter("beforehand.retention.deleted", "table", rule.table()).increment(deleted);
        return deleted;
    }
}
