package io.beforehand.intake.classification;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.intake.classification.LabelledMessage.Split;
import io.beforehand.intake.classification.core.Wording;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The labelled set. */
class LabelledMessageTest {

    @Test
    void eachCategoryHasOneTestMessageForTwoThatAreLearned() {
        Map<String, Long> train =
                LabelledMessage.all(Split.TRAIN).stream().collect(groupingBy(LabelledMessage::category, counting()));
        Map<String, Long> test =
                LabelledMessage.all(Split.TEST).stream().collect(groupingBy(LabelledMessage::category, counting()));

        assertThat(train).hasSize(10).allSatisfy((category, count) -> assertThat((double) count / test.get(category))
                .isBetween(1.3, 3.0));
    }

    @Test
    void noMessageIsTestedThatWasLearned() {
        var learned = LabelledMessage.all(Split.TRAIN).stream()
                .map(message -> Wording.of(message.said()))
                .toList();

        assertThat(LabelledMessage.all(Split.TEST))
                .map(message -> Wording.of(message.said()))
                .doesNotContainAnyElementsOf(learned);
    }
}
