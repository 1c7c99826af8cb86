package io.beforehand.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class PartitionsTest {

    @Test
    void aRequestLivesWhereKafkasOwnPartitionerPutsItsKey() {
        // Given
        Random random = new Random(7);

        for (int i = 0; i < 1_000; i++) {
            String requestId = new UUID(random.nextLong(), random.nextLong()).toString();

            // Then
            assertThat(Partitions.of(requestId, 12))
                    .isEqualTo(BuiltInPartitioner.partitionForKey(requestId.getBytes(UTF_8), 12));
        }
    }
}
