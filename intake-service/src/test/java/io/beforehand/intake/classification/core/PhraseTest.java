package io.beforehand.intake.classification.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words are found in which texts. */
class PhraseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "refund       | I want a REFUND!              | true",
                "refund       | I want a ｒｅｆｕｎｄ            | true",
                "refund       | all refunded                  | false",
                "refund*      | all refunded                  | true",
                "fund*        | refund                        | false",
                "my bill      | My  bill,                     | true",
                "my bill      | my electricity bill           | false",
                "don't want   | I don’t want it               | true",
                "退款          | 我要退款！                      | true",
                "退款          | 我要退、款                      | false",
                "發票          | 发票呢                          | true",
                "发票          | 發票呢                          | true",
                "app          | 你们的app闪退                    | true",
                "app闪退       | 你们的APP閃退了                   | true",
                "503          | error 503 again               | true",
                "503          | order 15030                   | false",
                "👍           | ok👍                          | true",
                "café         | the cafe\u0301 is shut         | true",
            })
    void wordsAreFoundWhateverTheirCaseWidthOrKindOfCharacters(String phrase, String text, boolean found) {
        assertThat(Phrase.of(phrase).isIn(Wording.of(text))).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "*", "!!", "1234567890123456789012345678901234567890123456789012345678901"})
    void whatCannotBeFoundIsNoPhrase(String text) {
        assertThatThrownBy(() -> Phrase.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
