package io.beforehand.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({"PT1H, PT1H", "90s, PT1M30S", "15m, PT15M", "4h, PT4H", "1d, PT24H", "500ms, PT0.5S"})
    void readsIsoAndShortForms(String text, Duration duration) {
        assertThat(DurationText.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @CsvSource({"PT1H, 1h", "PT90S, 90s", "PT24H, 1d", "PT0.5S, 500ms", "PT1M, 1m", "PT0S, PT0S"})
    void printsTheShortestForm(Duration duration, String text) {
        assertThat(DurationText.print(duration)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "one hour", "1w", "-1h", "1h30m", "1.5h", "999999999999999999h", "P1M"})
    void saysWhatItAcceptsWhenItCannotRead(String text) {
        assertThatThrownBy(() -> DurationText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("15m");
    }
}
