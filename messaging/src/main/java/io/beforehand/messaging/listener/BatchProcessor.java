package io.beforehand.messaging.listener;

import io.beforehand.events.EventCodec.Decoded;
import io.beforehand.messaging.EventListener;
import io.beforehand.messaging.IncomingEvent;
import io.beforehand.messaging.deadletter.DeadLetters;
import io.beforehand.messaging.partition.NotOwnerException;
import io.beforehand.messaging.partition.Ownership;
import io.beforehand.messaging.partition.PartitionKeeper;
import io.beforehand.messaging.partition.Positions;
import io.beforehand.messaging.partition.Positions.Move;
import io.beforehand.messaging.transaction.FailureClass;
import io.beforehand.messaging.transaction.Failures;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.messaging.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Processes a batch to the end, whatever it takes: every record's effect is stored or the record is set aside, together with
 * the position after it, or the partition has become somebody else's.
 */
@ApplicationScoped
class BatchProcessor {

    private static final Logger LOG = Logger.getLogger(BatchProcessor.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final EventListener listener;
    private final Transactions transactions;
    private final Ownership ownership;
    private final Positions positions;
    private final PartitionKeeper keeper;
    private final DeadLetters deadLetters;
    private final ListenerMetrics metrics;
    private final Continuity continuity = new Continuity();

    BatchProcessor(
            EventListener listener,
            Transactions transactions,
            Ownership ownership,
            Positions positions,
            PartitionKeeper keeper,
            DeadLetters deadLetters,
            ListenerMetrics metrics) {
        this.listener = listener;
        this.transactions = transactions;
        this.ownership = ownership;
        this.positions = positions;
        this.keeper = keeper;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    /** Completes when nothing of the batch is left to do; never fails. */
    Uni<Void> process(Batch batch) {
        return attempt(batch, 1);
    }

    private Uni<Void> attempt(Batch batch, int attempt) {
        return Uni.createFrom().deferred(() -> {
            Batch due = stillDue(batch);
            return due.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : store(due).onFailure().recoverWithUni(failure -> recover(due, attempt, failure));
        });
    }

    /** What is owned and not processed yet. A partition whose records do not continue where they should is taken anew. */
    private Batch stillDue(Batch batch) {
        Set<Integer> owned = ownership.owned();
        Set<Integer> broken = new TreeSet<>();
        Map<TopicPartition, Long> next = new HashMap<>();
        batch.byPartition().forEach((partition, records) -> {
            if (owned.contains(partition.partition())) {
                positions.next(partition).ifPresent(expected -> {
                    next.put(partition, expected);
                    for (ConsumerRecord<byte[], byte[]> message : records) {
                        if (message.offset() >= expected) {
                            if (!continuity.accepts(partition, expected, message.offset())) {
                                broken.add(partition.partition());
                            }
                            break;
                        }
                    }
                });
            }
        });
        if (!broken.isEmpty()) {
            LOG.warnf("Records do not continue where the position is, going back partitions=%s", broken);
            keeper.giveUp(broken);
        }
        return batch.keep(message -> {
            Long expected = next.get(new TopicPartition(message.topic(), message.partition()));
            return expected != null && message.offset() >= expected && !broken.contains(message.partition());
        });
    }

    private Uni<Void> store(Batch batch) {
        List<Move> moves = moves(batch);
        return transactions
                .asOwner(batch.partitions(), transaction -> effects(batch, transaction)
                        .chain(() -> positions.advance(transaction.sql(), moves)))
                .invoke(() -> {
                    positions.advanced(moves);
                    metrics.processed(batch.size());
                });
    }

    private Uni<Void> effects(Batch batch, Transaction transaction) {
        List<IncomingEvent> known = new ArrayList<>(batch.size());
        Uni<Void> setAside = Uni.createFrom().voidItem();
        for (ConsumerRecord<byte[], byte[]> message : batch.records()) {
            switch (RecordReader.read(message)) {
                case Decoded.Known(var event) -> known.add(new IncomingEvent(event, message.partition(), false));
                case Decoded.UnknownType _ -> metrics.unknownType();
                case Decoded.Undecodable(String reason) ->
                    setAside = setAside.chain(() -> deadLetters.setAside(transaction.sql(), message, reason));
            }
        }
        return known.isEmpty() ? setAside : setAside.chain(() -> listener.on(known, transaction));
    }

    private List<Move> moves(Batch batch) {
        List<Move> moves = new ArrayList<>();
        batch.byPartition().forEach((partition, records) -> {
            long from = positions.next(partition).orElse(-1L);
            moves.add(new Move(partition, from, records.getLast().offset() + 1));
        });
        return moves;
    }

    private Uni<Void> recover(Batch batch, int attempt, Throwable failure) {
        return switch (FailureClass.of(failure)) {
            case NOT_OWNER -> {
                Set<Integer> lost = failure instanceof NotOwnerException e ? e.partitions() : batch.partitions();
                LOG.infof("Partitions are not this replica's any more partitions=%s", lost);
                keeper.giveUp(lost);
                yield attempt(batch, 1);
            }
            case DATA -> batch.size() > 1 ? bisect(batch) : giveUpOn(batch, attempt, failure);
            case RETRY -> {
                metrics.retried();
                LOG.warnf("Batch is tried again attempt=%s failure=%s", attempt, Failures.describe(failure));
                yield later(batch, attempt);
            }
            case BUG -> {
                metrics.failedUnexpectedly();
                LOG.errorf("Batch fails for no known reason attempt=%s failure=%s", attempt, Failures.trace(failure));
                yield later(batch, attempt);
            }
        };
    }

    private Uni<Void> bisect(Batch batch) {
        return attempt(batch.firstHalf(), 1).chain(() -> attempt(batch.secondHalf(), 1));
    }

    /** A single record is tried once more before it is set aside: it may have met another writer. */
    private Uni<Void> giveUpOn(Batch single, int attempt, Throwable failure) {
        if (attempt == 1) {
            return later(single, attempt);
        }
        ConsumerRecord<byte[], byte[]> message = single.records().getFirst();
        List<Move> moves = moves(single);
        return transactions
                .asOwner(single.partitions(), transaction -> deadLetters
                        .setAside(transaction.sql(), message, Failures.reason(failure))
                        .chain(() -> positions.advance(transaction.sql(), moves)))
                .invoke(() -> positions.advanced(moves))
                .onFailure()
                .recoverWithUni(again -> recover(single, attempt, again));
    }

    private Uni<Void> later(Batch batch, int attempt) {
        long exponential = FIRST_PAUSE.toMillis() << Math.min(attempt - 1, 10);
        long bounded = Math.min(exponential, LONGEST_PAUSE.toMillis());
        Duration pause =
                Duration.ofMillis(bounded / 2 + ThreadLocalRandom.current().nextLong(bounded / 2 + 1));
        return Uni.createFrom().voidItem().onItem().delayIt().by(pause).chain(() -> attempt(batch, attempt + 1));
    }
}
