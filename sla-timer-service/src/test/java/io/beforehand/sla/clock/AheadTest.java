package io.beforehand.sla.clock;

import static io.beforehand.events.Metric.FIRST_RESPONSE;
import static io.beforehand.sla.clock.Story.minute;
import static io.beforehand.sla.clock.Story.opened;
import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.ClockRef;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.SlaEvent.WarningRaised;
import io.beforehand.events.SlaEvent.WarningWithdrawn;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The first response is promised within the hour, with warnings at minutes 30, 45 and 50; the acknowledgement within a minute. */
class AheadTest {

    private static final Instant FIRST_WARNING = minute(30);

    private final RequestClocks acknowledged =
            opened(Story.STANDARD).at(0.5, Fact.Acknowledged::new).clocks();

    @Test
    void aWarningIsKnownBeforeItsMoment() {
        // When
        Learning learning = Ahead.warnings(acknowledged, FIRST_WARNING).orElseThrow();

        // Then
        assertThat(learning.events()).hasSize(1).first().isInstanceOf(WarningRaised.class);
        assertThat(learning.clocks()).isEqualTo(acknowledged.ring(FIRST_WARNING, false));
    }

    @Test
    void takenBackItIsAsIfItHadNeverBeenGiven() {
        // Given
        RequestClocks given = acknowledged.ring(FIRST_WARNING, false);

        // Then
        assertThat(Ahead.without(given, FIRST_WARNING)).isEqualTo(acknowledged);
        assertThat(Ahead.withdrawn(given, FIRST_WARNING))
                .containsExactly(new WarningWithdrawn(ClockRef.of("r1", FIRST_RESPONSE, 1), "50%", minute(60)));
    }

    @Test
    void anEarlierWarningIsNotTakenBackWithALaterOne() {
        // Given
        RequestClocks first = acknowledged.ring(FIRST_WARNING, false);
        RequestClocks second = first.ring(minute(45), false);

        // Then
        assertThat(Ahead.without(second, minute(45))).isEqualTo(first);
        assertThat(Ahead.withdrawn(acknowledged, FIRST_WARNING)).isEmpty();
    }

    @Test
    void aBreachIsNeverGivenAhead() {
        // Given a request that nobody acknowledges
        RequestClocks waiting = opened(Story.STANDARD).clocks();

        // Then
        assertThat(Ahead.isNext(waiting)).isFalse();
        assertThat(Ahead.warnings(waiting, minute(1))).isEmpty();
        assertThat(Ahead.isNext(acknowledged)).isTrue();
    }

    @Test
    void aWarningThatComesWithABreachIsNotGivenAhead() {
        // Then at minute 60 the first response is broken and nothing else is due
        assertThat(Ahead.warnings(acknowledged, minute(60))).isEmpty();
    }

    @Test
    void whatIsNotDueYetIsNotShownAsGiven() {
        // Given
        Clock given = acknowledged
                .ring(FIRST_WARNING, false)
                .find(ClockRef.of("r1", FIRST_RESPONSE, 1))
                .orElseThrow();

        // Then
        assertThat(Ahead.asOf(given, minute(29.99)).firings()).isEmpty();
        assertThat(Ahead.asOf(given, FIRST_WARNING)).isEqualTo(given);
    }

    @Test
    void aPausedClockHasNothingToGive() {
        // Given
        RequestClocks paused = opened(Story.STANDARD)
                .at(0.5, Fact.Acknowledged::new)
                .at(10, at -> new Fact.StatusMoved(at, RequestStatus.PENDING))
                .clocks();

        // Then
        assertThat(Ahead.isNext(paused)).isFalse();
    }
}
