package io.beforehand.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.messaging.outbox.Outbox.Unsent;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentRowsTest {

    private final SentRows sent = new SentRows();
    private final List<Unsent> rows = List.of(WaveTest.row("a", 1), WaveTest.row("b", 2));

    @Test
    void whatIsSentIsNotSentAgainUntilItIsRemoved() {
        // Given
        sent.sent(rows);

        // Then
        assertThat(sent.contains(rows.getFirst())).isTrue();
        sent.removed(sent.takeToRemove());
        assertThat(sent.contains(rows.getFirst())).isFalse();
    }

    @Test
    void aScanThatBeganBeforeTheRemovalWasDoneMayStillSeeTheRows() {
        // Given
        sent.sent(rows);
        sent.scanBegins();

        // When
        sent.removed(sent.takeToRemove());

        // Then
        assertThat(sent.contains(rows.getFirst())).isTrue();
        sent.scanEnds();
        assertThat(sent.contains(rows.getFirst())).isFalse();
    }

    @Test
    void whatCouldNotBeRemovedIsRemovedNextTime() {
        // Given
        sent.sent(rows);

        // When
        sent.notRemoved(sent.takeToRemove());

        // Then
        assertThat(sent.takeToRemove()).isEqualTo(rows);
        assertThat(sent.takeToRemove()).isEmpty();
    }
}
