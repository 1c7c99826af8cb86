package io.beforehand.intake.classification.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.Mood;
import io.beforehand.intake.classification.ShippedMoodWords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How customers feel. */
class MoodReaderTest {

    private final MoodReader moods = ShippedMoodWords.reader();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Where is my parcel?                               | neutral",
                "请问什么时候发货                                      | neutral",
                "thanks a lot                                      | pleased",
                "谢谢                                                | pleased",
                "謝謝，服務很棒                                        | pleased",
                "I am not happy with this at all                   | neutral",
                "WHERE IS MY PARCEL??                              | angry",
                "this is ridiculous                                | angry",
                "this is not ridiculous                            | neutral",
                "太过分了！                                           | angry",
                "你們服務超差                                          | angry",
                "没有骗人                                             | neutral",
                "thank you so much for nothing, this is a disgrace, never again | angry",
                "I'm really worried about my mother                | worried",
                "怎么办，很着急                                        | worried",
                "no need to panic                                  | neutral",
                "😡                                                | angry",
                "please, please hurry, I am desperate              | worried",
            })
    void wordsCapitalsAndMarksShowAMood(String text, String mood) {
        assertThat(moods.of(text)).isEqualTo(Mood.of(mood));
    }
}
