package io.beforehand.messaging.listener;

import io.beforehand.messaging.EventListener;
import io.beforehand.messaging.IncomingEvent;
import io.beforehand.messaging.deadletter.Replays;
import io.beforehand.messaging.deadletter.Replays.Claimed;
import io.beforehand.messaging.deadletter.Replays.Requested;
import io.beforehand.messaging.partition.Ownership;
import io.beforehand.messaging.transaction.FailureClass;
import io.beforehand.messaging.transaction.Failures;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.messaging.transaction.Transactions;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Processes again what an operator asked for, alone in its partition: a record goes to the service, an unsent event goes back
 * to the outbox. What fails once more stays set aside with the newer reason.
 */
@ApplicationScoped
class Replayer {

    private static final Logger LOG = Logger.getLogger(Replayer.class);
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration ATMOST = Duration.ofSeconds(15);

    private final Replays replays;
    private final Transactions transactions;
    private final Ownership ownership;
    private final EventListener listener;
    private final Forgetting forgetting;
    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("replayer").daemon().unstarted(task));

    Replayer(
            Replays replays,
            Transactions transactions,
            Ownership ownership,
            EventListener listener,
            Forgetting forgetting) {
        this.replays = replays;
        this.transactions = transactions;
        this.ownership = ownership;
        this.listener = listener;
        this.forgetting = forgetting;
    }

    void start(@Observes StartupEvent event) {
        loop.scheduleWithFixedDelay(this::round, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    void drain(@Observes ShutdownDelayInitiatedEvent event) {
        loop.shutdown();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.shutdownNow();
    }

    private void round() {
        try {
            Set<Integer> owned = ownership.owned();
            if (!owned.isEmpty()) {
                replays.requested(owned).await().atMost(ATMOST).forEach(this::replay);
            }
        } catch (RuntimeException e) {
            LOG.debugf("Replays wait failure=%s", Failures.describe(e));
        }
    }

    private void replay(Requested requested) {
        try {
            transactions
                    .alone(requested.partition(), transaction -> process(requested, transaction))
                    .await()
                    .atMost(ATMOST);
            LOG.infof("Event replayed id=%s", requested.id());
        } catch (RuntimeException e) {
            LOG.warnf("Replay did not succeed id=%s failure=%s", requested.id(), Failures.describe(e));
            FailureClass failure = FailureClass.of(e);
            if (failure == FailureClass.DATA || failure == FailureClass.BUG) {
                replays.refuse(requested, e).await().atMost(ATMOST);
            }
        }
    }

    private Uni<Void> process(Requested requested, Transaction transaction) {
        return replays.claim(transaction, requested)
                .flatMap(claimed -> claimed.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : effect(claimed.get(), requested.partition(), transaction));
    }

    private Uni<Void> effect(Claimed claimed, int partition, Transaction transaction) {
        if (claimed.unsent()) {
            transaction.publish(claimed.event());
            return Uni.createFrom().voidItem();
        }
        List<IncomingEvent> replayed = List.of(new IncomingEvent(claimed.event(), partition));
        return listener.on(replayed, transaction).chain(() -> forgetting.after(replayed, transaction));
    }
}
