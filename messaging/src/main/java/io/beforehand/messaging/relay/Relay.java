package io.beforehand.messaging.relay;

import io.beforehand.messaging.MessagingConfig;
import io.beforehand.messaging.deadletter.DeadLetters;
import io.beforehand.messaging.outbox.Outbox;
import io.beforehand.messaging.outbox.Outbox.Unsent;
import io.beforehand.messaging.outbox.RelaySignal;
import io.beforehand.messaging.outbox.ReleaseListener;
import io.beforehand.messaging.outbox.TimedEvents;
import io.beforehand.messaging.partition.Ownership;
import io.beforehand.messaging.topic.TopicGuard;
import io.beforehand.messaging.transaction.Failures;
import io.beforehand.messaging.transaction.Transactions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Sends what the outbox holds, lane by lane in order, for the lanes of the partitions that this replica owns.
 *
 * <p>One wave at a time: send all, wait for all. What a scan of the table found and what is timed and released go together;
 * the next scan, and removing what was sent before, happen meanwhile. When a record of a wave fails, the producer is closed
 * before it can send anything later, and the next wave starts over from the first unsent row: copies may follow, but nothing
 * overtakes. Copies have the sequence of the original, by which consumers drop them.
 */
@ApplicationScoped
public class Relay implements Runnable {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration STATEMENT = Duration.ofSeconds(15);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final RelayTable table;
    private final Outbox outbox;
    private final TimedEvents timed;
    private final Instance<ReleaseListener> listeners;
    private final RelaySignal signal;
    private final RelayProducer producer;
    private final Ownership ownership;
    private final TopicGuard topics;
    private final DeadLetters deadLetters;
    private final Transactions transactions;
    private final MessagingConfig config;
    private final RelayMetrics metrics;
    private final RushGate gate;
    private final Thread thread = new Thread(this, "relay");
    private volatile boolean stopping;
    private Duration pause = Duration.ZERO;

    Relay(
            Outbox outbox,
            TimedEvents timed,
            Instance<ReleaseListener> listeners,
            RelaySignal signal,
            RelayProducer producer,
            Ownership ownership,
            TopicGuard topics,
            DeadLetters deadLetters,
            Transactions transactions,
            MessagingConfig config,
            RelayMetrics metrics,
            RushGate gate) {
        this.table = new RelayTable(outbox, signal, config.relayBatch(), config.relayPoll());
        this.outbox = outbox;
        this.timed = timed;
        this.listeners = listeners;
        this.signal = signal;
        this.producer = producer;
        this.ownership = ownership;
        this.topics = topics;
        this.deadLetters = deadLetters;
        this.transactions = transactions;
        this.config = config;
        this.metrics = metrics;
        this.gate = gate;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    /** The last waves go out with what the last transactions stored; what is left is the next owner's. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        signal.wake();
        thread.join(Duration.ofSeconds(5));
        producer.close();
    }

    @Override
    public void run() {
        boolean done = false;
        while (!done) {
            try {
                signal.await(pause.isZero() ? table.patience() : pause);
                if (!table.isScanning()) {
                    gate.letRushPass(() -> stopping);
                }
                done = round();
                pause = Duration.ZERO;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                done = stopping;
                startOver(e);
            }
        }
    }

    private void startOver(RuntimeException failure) {
        LOG.warnf("Relay starts over failure=%s", Failures.describe(failure));
        metrics.startedOver();
        producer.close();
        table.reset();
        Duration doubled = pause.multipliedBy(2);
        pause = pause.isZero() ? FIRST_PAUSE : doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** Sends what there is and sees to what comes next; tells whether the end may come. */
    private boolean round() throws InterruptedException {
        boolean ending = stopping;
        table.lanes(ownership.owned());
        if (ownership.owned().isEmpty() || !topics.mayWrite()) {
            return ending;
        }
        Wave wave = Wave.of(timed.release(table.progress(), config.relayBatch()), table.found(), timed::isBehind);
        if (!wave.rows().isEmpty()) {
            send(wave);
        }
        table.lookedAt(wave.whole());
        if (table.hasMore()) {
            metrics.fullWave();
        }
        table.goOn(signal.takeStored());
        return ending && table.isAtRest();
    }

    private void send(Wave wave) throws InterruptedException {
        RelayProducer.Sent sent = producer.send(wave.rows());
        table.sent(sent.acknowledged());
        metrics.sent(sent.acknowledged().size());
        timed.sent(sent.acknowledged()).forEach(each -> listeners.forEach(listener -> listener.sent(each)));
        if (sent.failure().isPresent()) {
            RelayProducer.Failure failure = sent.failure().get();
            if (failure.isFinal()) {
                setAside(failure);
            }
            throw new RelayInterrupted(failure.cause());
        }
    }

    /** Leaves a hole in the event's stream that an operator sees, instead of a lane that stands still. */
    private void setAside(RelayProducer.Failure failure) {
        Unsent row = failure.row();
        transactions
                .run(transaction -> deadLetters
                        .setAside(transaction, row.event(), config.owner(), row.lane(), failure.cause())
                        .chain(() -> outbox.remove(transaction.sql(), List.of(row))))
                .await()
                .atMost(STATEMENT);
        timed.setAside(row);
    }

    /** A wave did not get through. */
    private static final class RelayInterrupted extends RuntimeException {
        RelayInterrupted(Throwable cause) {
            super(cause);
        }
    }
}
