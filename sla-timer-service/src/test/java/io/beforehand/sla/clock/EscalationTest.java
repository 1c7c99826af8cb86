package io.beforehand.sla.clock;

import static io.beforehand.events.Metric.NEXT_RESPONSE;
import static io.beforehand.sla.clock.Story.STANDARD;
import static io.beforehand.sla.clock.Story.minute;
import static io.beforehand.sla.clock.Story.opened;
import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.ClockRef;
import io.beforehand.events.SlaEvent.BreachEscalated;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A customer who writes again at minute ten is to be answered within an hour; that this was broken is told again after 10 and 40 minutes. */
class EscalationTest {

    private static final ClockRef NEXT = ClockRef.of("r1", NEXT_RESPONSE, 1);

    private static Story waiting() {
        return opened(STANDARD).at(1, Fact.Replied::new).at(10, Fact.CustomerWrote::new);
    }

    @Test
    void aBrokenPromiseIsToldAgainAtEachOfItsLevels() {
        // When
        Story story = waiting().until(200);

        // Then
        assertThat(story.kinds(NEXT_RESPONSE))
                .containsExactly(
                        "ClockStarted", "WarningRaised", "DeadlineBreached", "BreachEscalated", "BreachEscalated");
        assertThat(story.told(NEXT_RESPONSE))
                .endsWith(
                        new BreachEscalated(NEXT, 1, "10m after", minute(70), Duration.ofMinutes(10)),
                        new BreachEscalated(NEXT, 2, "40m after", minute(70), Duration.ofMinutes(40)));
    }

    @Test
    void whoAnswersLateAtLeastEndsTheEscalation() {
        // When
        Story story = waiting().until(85).at(90, Fact.Replied::new).until(300);

        // Then
        assertThat(story.kinds(NEXT_RESPONSE)).endsWith("DeadlineBreached", "BreachEscalated", "ClockMet");
    }

    @Test
    void afterAnOutageTheBreachIsToldFirstAndThenTheHighestLevelAlone() {
        // When
        Story story = waiting().wakes(130);

        // Then
        assertThat(story.kinds(NEXT_RESPONSE)).endsWith("DeadlineBreached", "BreachEscalated");
        assertThat(story.told(NEXT_RESPONSE).getLast())
                .isEqualTo(new BreachEscalated(NEXT, 2, "40m after", minute(70), Duration.ofMinutes(60)));
    }
}
