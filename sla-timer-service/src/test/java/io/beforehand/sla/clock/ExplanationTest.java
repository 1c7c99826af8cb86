package io.beforehand.sla.clock;

import static io.beforehand.events.Metric.FIRST_RESPONSE;
import static io.beforehand.events.Metric.RESOLUTION;
import static io.beforehand.sla.clock.Story.STANDARD;
import static io.beforehand.sla.clock.Story.minute;
import static io.beforehand.sla.clock.Story.opened;
import static io.beforehand.sla.clock.Story.withBudget;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.beforehand.events.ClockRef;
import io.beforehand.events.Metric;
import io.beforehand.events.Party;
import io.beforehand.events.RequestStatus;
import io.beforehand.sla.policy.Policy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Told at nine; the office is closed from ten to ten past ten. */
class ExplanationTest {

    private static final ClockRef FIRST = ClockRef.of("r1", FIRST_RESPONSE, 1);

    @Test
    void everyStepIsASentence() {
        // Given
        Story story = opened(STANDARD)
                .at(20, at -> new Fact.StatusMoved(at, RequestStatus.PENDING))
                .at(50, at -> new Fact.StatusMoved(at, RequestStatus.OPEN))
                .at(95.5, Fact.Replied::new);

        // When
        Explanation explanation =
                Explanation.of(FIRST, story.history(), minute(200)).orElseThrow();

        // Then
        assertThat(explanation.steps())
                .extracting(Explanation.Step::text)
                .containsExactly(
                        "opened: policy standard version 1 (it fits any request) promises it within 1 h by calendar always"
                                + " version 1; runs with 1 h left of 1 h, due at 2026-03-02T10:00:00Z",
                        "status-moved: stands still in pending with 40 min left of 1 h",
                        "status-moved: runs with 40 min left of 1 h, due at 2026-03-02T10:30:00Z",
                        "replied: breached at 2026-03-02T10:30:00Z, fulfilled 5 min 30 s later");
    }

    @Test
    void aBudgetSaysWhoseTimeRunsAndWhyItStandsStill() {
        // Given
        Policy policy = withBudget(withBudget(STANDARD, "network", 120), Party.SUPPLIER, 60);
        Story story = opened(policy)
                .at(0, at -> new Fact.Assigned(at, "network"))
                .at(10, at -> new Fact.StatusMoved(at, RequestStatus.ON_HOLD, "", "supplier"))
                .at(30, at -> new Fact.StatusMoved(at, RequestStatus.OPEN))
                .at(40, at -> new Fact.Assigned(at, "billing"));

        // When and Then
        assertThat(sentences("supplier-budget", story))
                .containsExactly(
                        "status-moved: runs while the request waits for the supplier, with 1 h left of 1 h,"
                                + " due at 2026-03-02T10:10:00Z",
                        "status-moved: stands still in open, not waiting for the supplier, with 40 min left of 1 h");
        assertThat(sentences("network-budget", story))
                .containsExactly(
                        "assigned: runs while team network has the request, with 2 h left of 2 h, due at 2026-03-02T11:00:00Z",
                        "assigned: stands still in open, with another team, with 1 h 20 min left of 2 h");
    }

    private static List<String> sentences(String metric, Story story) {
        return Explanation.of(ClockRef.of("r1", new Metric(metric), 1), story.history(), minute(41))
                .orElseThrow()
                .steps()
                .stream()
                .map(Explanation.Step::text)
                .toList();
    }

    @Test
    void theArithmeticSaysWhatCountedAndWhatDidNot() {
        // Given
        Story story = opened(Calendars.under(STANDARD, Calendars.OFFICE))
                .at(20, at -> new Fact.StatusMoved(at, RequestStatus.PENDING))
                .at(50, at -> new Fact.StatusMoved(at, RequestStatus.OPEN))
                .at(75, Fact.Replied::new);

        // When
        Arithmetic arithmetic = Explanation.of(FIRST, story.history(), minute(200))
                .orElseThrow()
                .arithmetic();

        // Then
        assertThat(arithmetic.complete()).isTrue();
        assertThat(arithmetic.lines())
                .extracting(
                        Arithmetic.Line::from, Arithmetic.Line::kind, Arithmetic.Line::counted, Arithmetic.Line::sum)
                .containsExactly(
                        tuple(minute(0), "working", Duration.ofMinutes(20), Duration.ofMinutes(20)),
                        tuple(minute(20), "paused", Duration.ZERO, Duration.ofMinutes(20)),
                        tuple(minute(50), "working", Duration.ofMinutes(10), Duration.ofMinutes(30)),
                        tuple(minute(60), "closed", Duration.ZERO, Duration.ofMinutes(30)),
                        tuple(minute(70), "working", Duration.ofMinutes(5), Duration.ofMinutes(35)));
        assertThat(arithmetic.lines().getLast().sum())
                .isEqualTo(story.state(FIRST_RESPONSE).course().usedAt(minute(75)));
    }

    @Test
    void whatRunsForWeeksIsCutOffAndSaysSo() {
        // Given
        Story story = opened(Calendars.under(STANDARD, Calendars.OFFICE));

        // When
        Arithmetic arithmetic = Explanation.of(ClockRef.of("r1", RESOLUTION, 1), story.history(), minute(60 * 24 * 60))
                .orElseThrow()
                .arithmetic();

        // Then
        assertThat(arithmetic.complete()).isFalse();
        assertThat(arithmetic.lines()).hasSizeBetween(100, 101);
    }

    @Test
    void aClockThatIsNotThereHasNoExplanation() {
        assertThat(Explanation.of(
                        ClockRef.of("r1", FIRST_RESPONSE, 2), opened(STANDARD).history(), minute(1)))
                .isEmpty();
    }
}
