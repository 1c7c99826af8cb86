package io.beforehand.notification.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        "PT10S, within 1 minute, 1 分钟内, 1 分鐘內",
        "PT59M59.7S, within 1 hour, 1 小时内, 1 小時內",
        "PT1H, within 1 hour, 1 小时内, 1 小時內",
        "PT57M1S, within 58 minutes, 58 分钟内, 58 分鐘內",
        "PT90M, within 90 minutes, 90 分钟内, 90 分鐘內",
        "PT4H, within 4 hours, 4 小时内, 4 小時內",
        "PT24H, within 24 hours, 24 小时内, 24 小時內",
        "PT2H13M20S, by 11:14 on 23 November 2026 (UTC+08:00), 2026年11月23日 11:14 (UTC+08:00)前, 2026年11月23日 11:14 (UTC+08:00)前",
        "PT48H, by 09:00 on 25 November 2026 (UTC+08:00), 2026年11月25日 09:00 (UTC+08:00)前, 2026年11月25日 09:00 (UTC+08:00)前"
    })
    void aPromiseIsToldAsASpanWhileItIsShortAndRoundElseAsAMoment(
            Duration left, String english, String simplified, String traditional) {
        Instant due = NOW.plus(left);

        assertThat(new Phrases(Language.ENGLISH, SHANGHAI).by(due, NOW)).isEqualTo(english);
        assertThat(new Phrases(Language.SIMPLIFIED_CHINESE, SHANGHAI).by(due, NOW))
                .isEqualTo(simplified);
        assertThat(new Phrases(Language.TRADITIONAL_CHINESE, SHANGHAI).by(due, NOW))
                .isEqualTo(traditional);
    }

    @ParameterizedTest
    @CsvSource({"PT1M, 1 minute", "PT6M30S, 7 minutes", "PT2H, 2 hours", "PT24H, 24 hours", "PT72H, 3 days"})
    void aSpanIsNeverToldShorterThanItIs(Duration span, String told) {
        assertThat(new Phrases(Language.ENGLISH, SHANGHAI).span(span)).isEqualTo(told);
    }
}
