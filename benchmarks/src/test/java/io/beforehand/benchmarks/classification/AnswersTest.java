package io.beforehand.benchmarks.classification;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static final Offset<Double> EXACTLY = Offset.offset(1e-9);

    @Test
    void precisionAndRecallAreSharesOfWhatWasAnsweredAndOfWhatIsRight() {
        Answers answers = new Answers()
                .add("a", "a")
                .add("a", "b")
                .add("b", "b")
                .add("b", "b")
                .add("b", Answers.NONE);

        assertThat(answers.precision("b")).isEqualTo(2 / 3.0, EXACTLY);
        assertThat(answers.recall("a")).isEqualTo(0.5, EXACTLY);
        assertThat(answers.f1("a")).isEqualTo(2 / 3.0, EXACTLY);
        assertThat(answers.accuracy()).isEqualTo(0.6, EXACTLY);
        assertThat(answers.undecided()).isEqualTo(0.2, EXACTLY);
        assertThat(answers.f1("never")).isZero();
    }
}
