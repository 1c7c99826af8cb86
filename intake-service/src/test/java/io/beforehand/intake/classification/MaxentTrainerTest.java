package io.beforehand.intake.classification;

import static io.beforehand.intake.classification.TestClassifiers.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.intake.classification.LabelledMessage.Split;
import io.beforehand.intake.classification.core.Categorizer;
import io.beforehand.intake.classification.core.Example;
import io.beforehand.intake.classification.core.Wording;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is learned from examples. */
class MaxentTrainerTest {

    private static final Categorizer SEEDED = MaxentTrainer.train(Curriculum.of(SHIPPED, List.of()));

    @Test
    void whatIsLearnedIsSureEnoughToMeanSomething() {
        // Given
        List<LabelledMessage> test = LabelledMessage.all(Split.TEST);

        // When
        var sure = test.stream().filter(m -> guess(m).probability() >= 0.6).toList();
        long right = sure.stream()
                .filter(m -> guess(m).category().equals(m.category()))
                .count();

        // Then
        assertThat(sure.size()).isGreaterThan(test.size() / 5);
        assertThat((double) right / sure.size()).isGreaterThan(0.85);
    }

    @Test
    void correctionsTeachACategoryThatWasNotKnown() {
        List<Example> corrections = new ArrayList<>();
        for (String text : List.of(
                "my bees are swarming", "how many bees live in a hive", "the queen bee is gone", "蜜蜂跑了", "蜂箱里没有蜂王")) {
            corrections.add(new Example("beekeeping", text));
        }

        Categorizer taught = MaxentTrainer.train(Curriculum.of(SHIPPED, corrections));

        assertThat(taught.guess(Wording.of("the bees are gone and the hive is empty")))
                .hasValueSatisfying(guess -> assertThat(guess.category()).isEqualTo("beekeeping"));
        assertThat(taught.guess(Wording.of("蜂箱里没有蜜蜂")))
                .hasValueSatisfying(guess -> assertThat(guess.category()).isEqualTo("beekeeping"));
        assertThat(SEEDED.guess(Wording.of("the bees are gone and the hive is empty")))
                .hasValueSatisfying(guess -> assertThat(guess.probability()).isLessThan(0.6));
    }

    @Test
    void nothingIsGuessedOfATextWithoutAnythingKnown() {
        assertThat(SEEDED.guess(Wording.of("ᚠᚢᚦ ᚨᚱᚲ"))).isEmpty();
        assertThat(SEEDED.guess(Wording.of(""))).isEmpty();
    }

    @Test
    void fromOneCategoryNothingIsLearned() {
        assertThat(MaxentTrainer.train(List.of(new Example("a", "x"), new Example("a", "y"))))
                .isSameAs(Categorizer.UNTAUGHT);
    }

    @Test
    void shippedMessagesOfCategoriesThatNoRuleNamesAreLeftOut() {
        var rules = TestClassifiers.rules("rules: [{id: a, when: {words: [invoice]}, category: billing}]");

        assertThat(Curriculum.of(rules, List.of()))
                .extracting(Example::category)
                .containsOnly("billing");
    }

    private static Categorizer.Guess guess(LabelledMessage message) {
        return SEEDED.guess(Wording.of(message.said())).orElseThrow();
    }
}
