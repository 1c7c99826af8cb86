package io.beforehand.intake.classification.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts as they are compared. */
class WordingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Hello, World!        | \" hello world \"",
                "我的app閃退了，急！！   | \" 我的 app 闪退了 急 \"",
                "I can't 😡😡          | \" i can't 😡 😡 \"",
                "'quoted' words'      | \" quoted words \"",
                "订单2018 号            | \" 订单 2018 号 \"",
                "R-1042               | \" r 1042 \"",
            })
    void aTextIsItsTokensWithOneSpaceAroundEach(String text, String tokens) {
        assertThat(Wording.of(text).tokens()).isEqualTo(tokens);
    }

    @Test
    void onlyTheBeginningOfALongTextIsLookedAt() {
        Wording wording = Wording.of("x ".repeat(100_000) + "refund");

        assertThat(wording.tokens().length()).isLessThanOrEqualTo(Wording.LOOKED_AT + 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void anyTextHasAWordingThatIsItsOwn(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(40), 0, 0x11000).forEach(c -> text.append((char) (c % 0xFFFF)));

            String tokens = Wording.of(text.toString()).tokens();

            assertThat(tokens).startsWith(" ").endsWith(" ").doesNotContain("  ");
            assertThat(Wording.of(tokens).tokens().strip()).isEqualTo(tokens.strip());
            Features.of(Wording.of(text.toString()));
            Languages.of(text.toString());
        }
    }
}
