package io.beforehand.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.messaging.outbox.Outbox.Unsent;
import io.beforehand.messaging.outbox.StoredEvent;
import io.beforehand.messaging.outbox.Timed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaveTest {

    private static final Instant DUE = Instant.parse("2026-03-02T09:30:00Z");
    private static final Wave.Behind NOTHING_IS_TIMED = (_, _) -> false;

    static Unsent row(String requestId, long id) {
        return new Unsent(0, id, new StoredEvent(requestId, id, "type", DUE, null, new byte[0]));
    }

    @Test
    void rowsGoInTheOrderInWhichTheyWereStored() {
        // When
        Wave wave = Wave.of(
                List.of(new Timed(DUE, List.of(row("b", 2)))), List.of(row("a", 1), row("c", 3)), NOTHING_IS_TIMED);

        // Then
        assertThat(wave.rows()).extracting(Unsent::id).containsExactly(1L, 2L, 3L);
        assertThat(wave.whole()).isTrue();
    }

    @Test
    void aRowBehindItsRequestsTimedEventsStaysBehind() {
        // When
        Wave wave = Wave.of(List.of(), List.of(row("a", 5), row("b", 6)), (requestId, _) -> requestId.equals("a"));

        // Then
        assertThat(wave.rows()).extracting(Unsent::id).containsExactly(6L);
        assertThat(wave.whole()).isFalse();
    }

    @Test
    void aRowGoesWithTheTimedEventsItIsBehind() {
        // When
        Wave wave = Wave.of(List.of(new Timed(DUE, List.of(row("a", 4)))), List.of(row("a", 5)), (_, id) -> id > 4);

        // Then
        assertThat(wave.rows()).extracting(Unsent::id).containsExactly(4L, 5L);
    }
}
