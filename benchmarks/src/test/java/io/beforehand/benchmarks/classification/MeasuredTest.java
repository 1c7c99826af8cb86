package io.beforehand.benchmarks.classification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the labelled set has to show, whatever the figures. */
class MeasuredTest {

    private static final Measured MEASURED = Measured.measure();

    @Test
    void rulesAndClassifierTogetherBeatRulesAlone() {
        assertThat(MEASURED.byBoth().accuracy())
                .isGreaterThan(MEASURED.byRules().accuracy());
        assertThat(MEASURED.unseen().byBoth().accuracy())
                .isGreaterThan(MEASURED.unseen().byRules().accuracy());
        assertThat(MEASURED.byBoth().undecided()).isLessThan(MEASURED.byRules().undecided());
    }

    @Test
    void moodsByWordsBeatLearnedOnesAndCallingEverybodyNeutral() {
        assertThat(MEASURED.moods().accuracy())
                .isGreaterThan(MEASURED.learnedMoods().accuracy())
                .isGreaterThan(MEASURED.moods().shareOf("neutral"));
    }

    @Test
    void aLanguageThatIsToldIsTheRightOne() {
        assertThat(MEASURED.languages().accuracy() + MEASURED.languages().undecided())
                .isEqualTo(1);
    }

    @Test
    void whoeverIsPleasedIsNotTakenForAngry() {
        assertThat(MEASURED.messages())
                .filteredOn(message -> message.mood().wireName().equals("pleased"))
                .noneMatch(message ->
                        MEASURED.together().assess(message).mood().wireName().equals("angry"));
    }
}
