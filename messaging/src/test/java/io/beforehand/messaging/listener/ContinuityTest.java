package io.beforehand.messaging.listener;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ContinuityTest {

    private static final TopicPartition PARTITION = new TopicPartition("beforehand.requests", 3);

    private final Continuity continuity = new Continuity();

    @Test
    void aRecordWhereItIsExpectedIsAccepted() {
        assertThat(continuity.accepts(PARTITION, 100, 100)).isTrue();
    }

    @Test
    void aRecordFetchedBeforeTheConsumerWentBackIsRefused() {
        // Given
        continuity.accepts(PARTITION, 50, 300);

        // Then
        assertThat(continuity.accepts(PARTITION, 50, 351)).isFalse();
        assertThat(continuity.accepts(PARTITION, 50, 50)).isTrue();
    }

    @Test
    void aGapThatIsStillThereAfterGoingBackIsReal() {
        // Given
        continuity.accepts(PARTITION, 50, 60);

        // Then
        assertThat(continuity.accepts(PARTITION, 50, 60)).isTrue();
    }

    @Test
    void aGapThatWasOvercomeIsDoubtedAnewWhenItComesAgain() {
        // Given
        continuity.accepts(PARTITION, 50, 300);
        continuity.accepts(PARTITION, 50, 50);

        // Then
        assertThat(continuity.accepts(PARTITION, 50, 300)).isFalse();
    }
}
