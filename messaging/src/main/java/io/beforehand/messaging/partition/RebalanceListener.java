package io.beforehand.messaging.partition;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Passes on what the channel hears of partitions; named in the channel's configuration. */
@ApplicationScoped
@Identifier("beforehand")
class RebalanceListener implements KafkaConsumerRebalanceListener {

    private final PartitionKeeper keeper;

    RebalanceListener(PartitionKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        keeper.assigned(partitions, consumer);
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        keeper.revoked(partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        keeper.revoked(partitions);
    }
}
