package io.beforehand.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScanBoundTest {

    private static final Instant START = Instant.parse("2026-03-02T09:30:00Z");

    private final ScanBound bound = new ScanBound();
    private Instant now = START;

    private long after(Duration time) {
        now = now.plus(time);
        return bound.from(now);
    }

    @Test
    void theFirstScanBeginsWithTheFirstRow() {
        assertThat(bound.from(START)).isZero();
    }

    @Test
    void whatWasJustSentIsReadPastOnlyWhenNoTransactionCanStillBeBehindIt() {
        // Given
        bound.from(now);
        after(Duration.ofSeconds(4));
        bound.allSentUpTo(1_000, now);

        // Then
        assertThat(after(Duration.ofMillis(900))).isZero();
        after(Duration.ofSeconds(4));
        assertThat(after(Duration.ofMillis(200))).isEqualTo(1_000);
    }

    @Test
    void aSweepFromTheFirstRowComesAgainAndAgain() {
        // Given
        bound.from(now);
        bound.allSentUpTo(1_000, now);

        // When
        int sweeps = 0;
        for (int i = 0; i < 1_000; i++) {
            if (after(Duration.ofMillis(100)) == 0 && i > 100) {
                sweeps++;
            }
        }

        // Then
        assertThat(sweeps).isBetween(15, 18);
    }

    @Test
    void afterAFailureEverythingIsReadAgain() {
        // Given
        bound.from(now);
        bound.allSentUpTo(1_000, now);
        after(Duration.ofSeconds(6));
        after(Duration.ofMillis(10));

        // When
        bound.reset();

        // Then
        assertThat(after(Duration.ofMillis(10))).isZero();
    }
}
