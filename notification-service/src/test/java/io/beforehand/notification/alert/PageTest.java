package io.beforehand.notification.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.AlertLevel;
import io.beforehand.events.ClockRef;
import io.beforehand.events.Metric;
import io.beforehand.notification.delivery.MessageJson;
import io.beforehand.notification.language.Language;
import io.beforehand.notification.testing.Golden;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PageTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Alert warning = alert(1, AlertLevel.WARNING, 900);
    private final Alert forecast = alert(2, AlertLevel.FORECAST, 600);
    private final Alert breach = alert(3, AlertLevel.BREACH, -5);
    private final Alert over = alert(4, AlertLevel.BREACH, -60).moved(new AlertState.Resolved("clock-met"));

    @ParameterizedTest
    @EnumSource
    void aPageSaysInWordsWhatPressesAndCountsTheRest(Language language) {
        String rendered = String.join(
                "\n",
                text(language, warning),
                text(language, forecast),
                text(language, breach),
                text(language, over),
                text(language, warning, breach, over, forecast, alert(5, AlertLevel.BREACH, 0)));

        Golden.assertMatches("page." + language.tag() + ".txt", rendered);
    }

    @Test
    void aPageAboutAWarningIsThisWebhook() {
        Golden.assertMatches("page-warning.webhook.json", body(warning));
    }

    @Test
    void aDigestIsHeadedByTheMostPressingUnresolvedAlert() {
        Golden.assertMatches("page-digest.webhook.json", body(warning, over, breach, forecast));
    }

    @Test
    void everyPageOfAnAlertHasItsKey() {
        // Given
        Alert risen = warning.risen(
                new Danger.Rising(ClockRef.of("r-1", Metric.FIRST_RESPONSE, 1), AlertLevel.BREACH, warning.dueAt()));

        // Then
        assertThat(message(Language.ENGLISH, warning).pageKey()).isEqualTo("beforehand:r-1:a-1");
        assertThat(message(Language.ENGLISH, risen).pageKey()).isEqualTo("beforehand:r-1:a-1");
    }

    @Test
    void aDigestHasNoKeyForAnAnswerIsAboutOneAlert() {
        assertThat(message(Language.ENGLISH, warning, breach).pageKey()).isNull();
    }

    @Test
    void tenThousandBreachesAreOnePageThatNamesTheFirstFew() {
        // Given
        Alert[] many = IntStream.range(0, 10_000)
                .mapToObj(i -> alert(i, AlertLevel.BREACH, -i))
                .toArray(Alert[]::new);

        // When
        PageMessage message = message(Language.ENGLISH, many);

        // Then
        assertThat(message.count()).isEqualTo(10_000);
        assertThat(message.requests()).hasSize(20).startsWith("R-9999", "R-9998");
        assertThat(MessageJson.write(message)).hasSizeLessThan(2_000);
    }

    private static String text(Language language, Alert... alerts) {
        return message(language, alerts).text();
    }

    private static String body(Alert... alerts) {
        return MessageJson.write(message(Language.ENGLISH, alerts));
    }

    private static PageMessage message(Language language, Alert... alerts) {
        return new Page(List.of(alerts)).message("d-1", language, SHANGHAI, NOW, 20);
    }

    private static Alert alert(int number, AlertLevel level, int dueInSeconds) {
        ClockRef clock = ClockRef.of("r-" + number, Metric.FIRST_RESPONSE, 1);
        Danger.Rising danger = new Danger.Rising(clock, level, NOW.plusSeconds(dueInSeconds));
        return Alert.raised("a-" + number, "r-" + number, "R-" + number, danger, NOW);
    }
}
