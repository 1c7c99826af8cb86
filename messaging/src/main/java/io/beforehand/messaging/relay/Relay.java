package io.beforehand.messaging.relay;

import io.beforehand.messaging.MessagingConfig;
import io.beforehand.messaging.deadletter.DeadLetters;
import io.beforehand.messaging.outbox.Outbox;
import io.beforehand.messaging.outbox.Outbox.Unsent;
import io.beforehand.messaging.outbox.RelaySignal;
import io.beforehand.messaging.partition.Ownership;
import io.beforehand.messaging.topic.TopicGuard;
import io.beforehand.messaging.transaction.Failures;
import io.beforehand.messaging.transaction.Transactions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Sends what the outbox holds, lane by lane in order, for the lanes of the partitions that this replica owns.
 *
 * <p>One wave at a time: read, send all, wait for all, remove. When a record of a wave fails, the producer is closed before
 * it can send anything later, and the next wave starts over from the first unsent row: copies may follow, but nothing
 * overtakes. Copies have the sequence of the original, by which consumers drop them.
 */
@ApplicationScoped
public class Relay implements Runnable {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration STATEMENT = Duration.ofSeconds(15);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Outbox outbox;
    private final RelaySignal signal;
    private final RelayProducer producer;
    private final Ownership ownership;
    private final TopicGuard topics;
    private final DeadLetters deadLetters;
    private final Transactions transactions;
    private final MessagingConfig config;
    private final RelayMetrics metrics;
    private final RushGate gate;
    private final ScanBound bound = new ScanBound();
    private final Thread thread = new Thread(this, "relay");
    private volatile boolean stopping;
    private Set<Integer> lanes = Set.of();
    private Duration pause = Duration.ZERO;

    Relay(
            Outbox outbox,
            RelaySignal signal,
            RelayProducer producer,
            Ownership ownership,
            TopicGuard topics,
            DeadLetters deadLetters,
            Transactions transactions,
            MessagingConfig config,
            RelayMetrics metrics,
            RushGate gate) {
        this.outbox = outbox;
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

    /** The last wave goes out with what the last transactions stored; what is left is the next owner's. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        signal.wake();
        thread.join(Duration.ofSeconds(5));
        producer.close();
    }

    @Override
    public void run() {
        boolean last = false;
        while (!last) {
            last = stopping;
            try {
                signal.await(pause.isZero() ? config.relayPoll() : pause);
                gate.letRushPass(() -> stopping);
                while (sendWave()) {
                    metrics.fullWave();
                    gate.letRushPass(() -> stopping);
                }
                pause = Duration.ZERO;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                startOver(e);
            }
        }
    }

    private void startOver(RuntimeException failure) {
        LOG.warnf("Relay starts over failure=%s", Failures.describe(failure));
        metrics.startedOver();
        producer.close();
        bound.reset();
        Duration doubled = pause.multipliedBy(2);
        pause = pause.isZero() ? FIRST_PAUSE : doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** Sends one wave; tells whether there may be more at once. */
    private boolean sendWave() throws InterruptedException {
        Set<Integer> owned = ownership.owned();
        if (!owned.equals(lanes)) {
            bound.reset();
            lanes = owned;
        }
        if (lanes.isEmpty() || !topics.mayWrite()) {
            return false;
        }
        int perLane = Math.max(1, config.relayBatch() / lanes.size());
        List<Unsent> wave =
                outbox.read(lanes, bound.from(monotonic()), perLane).await().atMost(STATEMENT);
        if (wave.isEmpty()) {
            return false;
        }
        RelayProducer.Sent sent = producer.send(wave);
        if (!sent.acknowledged().isEmpty()) {
            outbox.remove(sent.acknowledged()).await().atMost(STATEMENT);
            metrics.sent(sent.acknowledged().size());
        }
        if (sent.failure().isPresent()) {
            RelayProducer.Failure failure = sent.failure().get();
            if (failure.isFinal()) {
                setAside(failure);
            }
            throw new RelayInterrupted(failure.cause());
        }
        boolean more = wave.stream()
                .collect(Collectors.groupingBy(Unsent::lane, Collectors.counting()))
                .containsValue((long) perLane);
        if (!more) {
            long highest = wave.stream().mapToLong(Unsent::id).max().orElseThrow();
            bound.allSentUpTo(highest, monotonic());
        }
        return more;
    }

    /** A clock that nobody sets. */
    private static Instant monotonic() {
        return Instant.ofEpochSecond(0, System.nanoTime());
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
    }

    /** A wave did not get through. */
    private static final class RelayInterrupted extends RuntimeException {
        RelayInterrupted(Throwable cause) {
            super(cause);
        }
    }
}
