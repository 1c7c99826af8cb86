package io.beforehand.messaging.listener;

import io.beforehand.events.EventCodec.Decoded;
import io.beforehand.messaging.EventListener;
import io.beforehand.messaging.IncomingEvent;
import io.beforehand.messaging.deadletter.DeadLetters;
import io.beforehand.messaging.partition.Ownership;
import io.beforehand.messaging.partition.PartitionKeeper;
import io.beforehand.messaging.partition.Positions;
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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Stores the effects of records together with the positions after them; {@link BatchRun} sees to it that it succeeds. */
@ApplicationScoped
class BatchProcessor implements BatchWork {

    private static final Logger LOG = Logger.getLogger(BatchProcessor.class);

    private final EventListener listener;
    private final Transactions transactions;
    private final Ownership ownership;
    private final Positions positions;
    private final PartitionKeeper keeper;
    private final DeadLetters deadLetters;
    private final Forgetting forgetting;
    private final ListenerMetrics metrics;
    private final Continuity continuity = new Continuity();

    BatchProcessor(
            EventListener listener,
            Transactions transactions,
            Ownership ownership,
            Positions positions,
            PartitionKeeper keeper,
            DeadLetters deadLetters,
            Forgetting forgetting,
            ListenerMetrics metrics) {
        this.listener = listener;
        this.transactions = transactions;
        this.ownership = ownership;
        this.positions = positions;
        this.keeper = keeper;
        this.deadLetters = deadLetters;
        this.forgetting = forgetting;
        this.metrics = metrics;
    }

    /** Completes when nothing of the batch is left to do; never fails. */
    Uni<Void> process(Batch batch) {
        return Uni.createFrom()
                .emitter(emitter ->
                        new BatchRun(this, BatchProcessor::later, () -> emitter.complete(null)).start(batch));
    }

    private static void later(Duration pause, Runnable step) {
        Uni.createFrom().voidItem().onItem().delayIt().by(pause).subscribe().with(_ -> step.run());
    }

    /** The epochs are read before the positions: if the partition is taken over anew in between, the older epoch fails. */
    @Override
    public DueBatch due(Batch batch) {
        Map<Integer, Long> epochs = ownership.epochs(batch.partitions());
        Map<TopicPartition, Long> from = new HashMap<>();
        Set<Integer> broken = new TreeSet<>();
        batch.byPartition().forEach((partition, records) -> positions
                .next(partition)
                .filter(_ -> epochs.containsKey(partition.partition()))
                .ifPresent(expected -> {
                    from.put(partition, expected);
                    records.stream()
                            .mapToLong(ConsumerRecord::offset)
                            .filter(offset -> offset >= expected)
                            .findFirst()
                            .ifPresent(offset -> {
                                if (!continuity.accepts(partition, expected, offset)) {
                                    broken.add(partition.partition());
                                }
                            });
                }));
        if (!broken.isEmpty()) {
            LOG.warnf("Records do not continue where the position is, going back partitions=%s", broken);
            keeper.giveUp(broken);
        }
        Batch due = batch.keep(message -> {
            Long expected = from.get(new TopicPartition(message.topic(), message.partition()));
            return expected != null && message.offset() >= expected && !broken.contains(message.partition());
        });
        epochs.keySet().retainAll(due.partitions());
        return new DueBatch(due, epochs, from);
    }

    /** One transaction: the effects, the positions after them, what they publish. */
    @Override
    public Uni<Void> store(DueBatch due) {
        return transactions
                .asOwner(due.epochs(), transaction -> effects(due.batch(), transaction)
                        .chain(() -> positions.advance(transaction.sql(), due.moves())))
                .invoke(() -> {
                    positions.advanced(due.moves());
                    metrics.processed(due.batch().size());
                });
    }

    /** One transaction: the only record of the batch set aside, and the position after it. */
    @Override
    public Uni<Void> setAside(DueBatch single, String reason) {
        ConsumerRecord<byte[], byte[]> message = single.batch().records().getFirst();
        return transactions
                .asOwner(single.epochs(), transaction -> deadLetters
                        .setAside(transaction, message, reason)
                        .chain(() -> positions.advance(transaction.sql(), single.moves())))
                .invoke(() -> positions.advanced(single.moves()));
    }

    @Override
    public void giveUp(Set<Integer> partitions) {
        LOG.infof("Partitions are not this replica's any more partitions=%s", partitions);
        keeper.giveUp(partitions);
    }

    @Override
    public void retried() {
        metrics.retried();
    }

    @Override
    public void failedUnexpectedly() {
        metrics.failedUnexpectedly();
    }

    private Uni<Void> effects(Batch batch, Transaction transaction) {
        List<IncomingEvent> known = new ArrayList<>(batch.size());
        Uni<Void> setAside = Uni.createFrom().voidItem();
        for (ConsumerRecord<byte[], byte[]> message : batch.records()) {
            switch (RecordReader.read(message)) {
                case Decoded.Known(var event) -> known.add(new IncomingEvent(event, message.partition()));
                case Decoded.UnknownType _ -> transaction.afterCommit(metrics::unknownType);
                case Decoded.Undecodable(String reason) ->
                    setAside = setAside.chain(() -> deadLetters.setAside(transaction, message, reason));
            }
        }
        return known.isEmpty()
                ? setAside
                : setAside.chain(() -> listener.on(known, transaction))
                        .chain(() -> forgetting.after(known, transaction));
    }
}
