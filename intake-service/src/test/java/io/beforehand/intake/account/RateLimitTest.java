package io.beforehand.intake.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One account cannot take what all need. */
class RateLimitTest {

    private static final Optional<Duration> TAKEN = Optional.empty();
    private static final Optional<Duration> IN_A_SECOND = Optional.of(Duration.ofSeconds(1));

    private Instant now = Instant.parse("2026-11-02T08:00:00Z");

    @Test
    void aBurstIsTakenAndThenWhatTheRateAllows() {
        // Given
        RateLimit limit = limit(10, 30, 100);

        // Then
        assertThat(taken(limit, "one", 100)).isEqualTo(30);
        assertThat(limit.take("one")).isEqualTo(IN_A_SECOND);

        // When
        pass(Duration.ofMillis(500));

        // Then
        assertThat(taken(limit, "one", 100)).isEqualTo(5);

        // When
        pass(Duration.ofHours(1));

        // Then
        assertThat(taken(limit, "one", 100)).isEqualTo(30);
    }

    @Test
    void anAccountThatKeepsToTheRateIsNeverRefused() {
        // Given
        RateLimit limit = limit(10, 1, 100);

        // Then
        for (int i = 0; i < 1_000; i++) {
            assertThat(limit.take("one")).isEqualTo(TAKEN);
            pass(Duration.ofMillis(100));
        }
    }

    @Test
    void oneAccountDoesNotUseUpAnothers() {
        // Given
        RateLimit limit = limit(1, 2, 100);

        // Then
        assertThat(taken(limit, "one", 10)).isEqualTo(2);
        assertThat(taken(limit, "another", 10)).isEqualTo(2);
    }

    @Test
    void onlySoManyAccountsAreRememberedAndThoseThatAreBusyAreAmongThem() {
        // Given
        RateLimit limit = limit(1, 1, 2);
        limit.take("busy");

        // When
        IntStream.range(0, 1_000).forEach(i -> {
            limit.take("account-" + i);
            assertThat(limit.take("busy")).isEqualTo(IN_A_SECOND);
        });

        // Then
        assertThat(limit.take("account-0")).isEqualTo(TAKEN);
        assertThat(limit.take("account-0")).isEqualTo(IN_A_SECOND);
    }

    @Test
    void aClockThatGoesBackGivesNothingAway() {
        // Given
        RateLimit limit = limit(1, 1, 100);
        limit.take("one");

        // When
        pass(Duration.ofDays(-1));

        // Then
        assertThat(limit.take("one")).isPresent();
    }

    @Test
    void whatAllowsNothingIsNoLimit() {
        assertThatThrownBy(() -> limit(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> limit(1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> limit(1, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private RateLimit limit(int perSecond, int burst, int remembered) {
        return new RateLimit(perSecond, burst, remembered, () -> now);
    }

    private static long taken(RateLimit limit, String account, int times) {
        return IntStream.range(0, times)
                .filter(_ -> limit.take(account).isEmpty())
                .count();
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
