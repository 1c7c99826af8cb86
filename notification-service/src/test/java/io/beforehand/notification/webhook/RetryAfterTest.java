package io.beforehand.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "120, PT2M",
        "' 0 ', PT0S",
        "'Mon, 23 Nov 2026 09:05:00 GMT', PT5M",
        "'Mon, 23 Nov 2026 08:00:00 GMT', PT0S"
    })
    void secondsAndDatesAreUnderstood(String header, Duration wait) {
        assertThat(RetryAfter.parse(header, NOW)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999999", "23 Nov 2026"})
    void nonsenseSaysNothing(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isEmpty();
    }

    @Test
    void aMissingHeaderSaysNothing() {
        assertThat(RetryAfter.parse(null, NOW)).isEmpty();
    }
}
