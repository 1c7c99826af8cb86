package io.beforehand.sla.clock;

import static io.beforehand.events.Metric.FIRST_RESPONSE;
import static io.beforehand.events.Metric.RESOLUTION;
import static io.beforehand.sla.clock.Story.STANDARD;
import static io.beforehand.sla.clock.Story.minute;
import static io.beforehand.sla.clock.Story.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.beforehand.events.ClockRef;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The first response of these requests is due in an hour, and warned of after half of it. */
class DriftTest {

    @Test
    void aClockThatStandsElsewhereThanItsHistorySaysHasDrifted() {
        // Given
        Story story = acknowledged().at(10, Fact.Replied::new);
        RequestClocks wrong = acknowledged().at(20, Fact.Replied::new).clocks();

        // When
        List<Drift> drifts = Drift.of(wrong, story.history(), minute(30));

        // Then
        assertThat(drifts)
                .singleElement()
                .satisfies(drift -> assertThat(drift.what()).isEqualTo("r1:first-response:1"))
                .satisfies(drift -> assertThat(drift.stored()).contains("over at " + minute(20)))
                .satisfies(drift -> assertThat(drift.recomputed()).contains("over at " + minute(10)));
    }

    private static Story acknowledged() {
        return opened(STANDARD).at(0.5, Fact.Acknowledged::new);
    }

    @Test
    void aClockThatIsMissingHasDrifted() {
        // Given
        Story story = opened(STANDARD);
        RequestClocks without = story.clocks()
                .with(story.clocks().clocks().stream()
                        .filter(clock -> !clock.ref().equals(ClockRef.of("r1", RESOLUTION, 1)))
                        .toList());

        // Then
        assertThat(Drift.of(without, story.history(), minute(1)))
                .extracting(Drift::what, Drift::stored)
                .containsExactly(tuple("r1:resolution:1", "nothing"));
    }

    @Test
    void anAlarmThatHasLongBeenDueWasLost() {
        // Given
        Story silent = opened(STANDARD);

        // Then
        assertThat(Drift.of(silent.clocks(), silent.history(), minute(31)))
                .as("rung in a minute")
                .noneMatch(drift -> drift.what().contains(FIRST_RESPONSE.name()));
        assertThat(Drift.of(silent.clocks(), silent.history(), minute(33)))
                .extracting(Drift::stored)
                .contains("50% armed");
        assertThat(Drift.of(silent.clocks(), silent.history(), minute(63)))
                .extracting(Drift::recomputed)
                .contains("breached at " + minute(60));
    }
}
