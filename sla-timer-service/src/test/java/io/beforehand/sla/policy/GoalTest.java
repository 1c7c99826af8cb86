package io.beforehand.sla.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoalTest {

    @ParameterizedTest
    @CsvSource({"75%, 75%, PT45M", "10m before, 10m before, PT50M", "PT10M before, 10m before, PT50M"})
    void aMarkIsReachedAtAShareOrWithTimeLeft(String written, String text, Duration used) {
        WarningMark mark = WarningMark.parse(written);

        assertThat(mark.text()).isEqualTo(text);
        assertThat(mark.usedOf(Duration.ofHours(1))).isEqualTo(used);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "75", "0%", "100%", "0s before", "before", "10m", "ten minutes before", "-5%"})
    void aMarkThatMeansNothingIsRefused(String written) {
        assertThatThrownBy(() -> WarningMark.parse(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void goalsAsShortAsATestNeedsAreAllowed() {
        assertThat(goal(Duration.ofMillis(2), "50%").within()).isEqualTo(Duration.ofMillis(2));
    }

    @Test
    void aWarningBeforeTheStartOfTheGoalIsRefused() {
        assertThatThrownBy(() -> goal(Duration.ofSeconds(2), "10m before")).hasMessageContaining("10m before");
    }

    @Test
    void theSameWarningTwiceIsRefused() {
        assertThatThrownBy(() -> goal(Duration.ofHours(1), "10m before", "PT10M before"))
                .hasMessageContaining("twice");
    }

    @Test
    void goalsOfNothingOrOfMoreThanTenYearsAreRefused() {
        assertThatThrownBy(() -> goal(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> goal(Duration.ofDays(3651))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Goal goal(Duration within, String... warnings) {
        return new Goal(within, Arrays.stream(warnings).map(WarningMark::parse).toList());
    }
}
