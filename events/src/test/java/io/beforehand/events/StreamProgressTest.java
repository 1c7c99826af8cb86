package io.beforehand.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StreamProgressTest {

    private static StreamEvent reply(long sequence) {
        return Samples.at(sequence, new RequestEvent.MessageRetracted("m-" + sequence));
    }

    @Test
    void aCopyOfAnEventIsNotNew() {
        // Given
        StreamProgress progress = StreamProgress.NONE.after(reply(1)).after(reply(2));

        // Then
        assertThat(progress.isNew(reply(2))).isFalse();
        assertThat(progress.isNew(reply(3))).isTrue();
    }

    @Test
    void eachOwnerCountsForItself() {
        // Given
        StreamProgress progress = StreamProgress.NONE.after(reply(5));

        // Then
        assertThat(progress.isNew(Samples.at(1, new RoutingEvent.RequestReleased("ada", "resolved"))))
                .isTrue();
    }

    @Test
    void aFilledHoleDoesNotMoveProgressBack() {
        // Given
        StreamProgress progress = StreamProgress.NONE.after(reply(5));

        // When
        StreamProgress filled = progress.after(reply(3));

        // Then
        assertThat(filled.of(Owner.REQUESTS)).isEqualTo(5);
    }
}
