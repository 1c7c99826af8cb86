package io.beforehand.sla.clock;

import static io.beforehand.events.Metric.FIRST_RESPONSE;
import static io.beforehand.sla.clock.Story.STANDARD;
import static io.beforehand.sla.clock.Story.minute;
import static io.beforehand.sla.clock.Story.opened;
import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.ClockRef;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.SlaEvent.BreachForecast;
import io.beforehand.sla.clock.QueueForecast.Judgement;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The first response of these requests is due in an hour. */
class QueueForecastTest {

    private static final Instant NOW = minute(1);
    private static final Instant DUE = minute(60);
    private static final ClockRef FIRST = ClockRef.of("r1", FIRST_RESPONSE, 1);

    private final RequestClocks waiting = opened(STANDARD).clocks();

    @Test
    void aWaitThatGoesBeyondTheDeadlineIsForetoldOnce() {
        // When
        Judgement first = QueueForecast.NONE.expecting(minute(75)).judge(waiting, NOW);
        Judgement second = first.forecast().expecting(minute(90)).judge(waiting, NOW);

        // Then
        assertThat(first.events()).containsExactly(new BreachForecast(FIRST, DUE, minute(75), false));
        assertThat(second.events()).isEmpty();
    }

    @Test
    void aWaitThatEndsWithTheDeadlineIsNoBreach() {
        assertThat(QueueForecast.NONE.expecting(DUE).judge(waiting, NOW).events())
                .isEmpty();
    }

    @Test
    void aForecastIsTakenBackWhenTheQueueMovesFaster() {
        // Given
        QueueForecast told = told();

        // When
        Judgement judgement = told.expecting(minute(40)).judge(waiting, NOW);

        // Then
        assertThat(judgement.events()).containsExactly(new BreachForecast(FIRST, DUE, minute(40), true));
        assertThat(judgement.forecast().judge(waiting, NOW).events()).isEmpty();
    }

    @Test
    void aForecastIsTakenBackWhenSomebodyHasTheRequest() {
        assertThat(told().taken().judge(waiting, NOW).events())
                .containsExactly(new BreachForecast(FIRST, DUE, DUE, true));
    }

    @Test
    void aDeadlineThatMovesAwayTakesTheForecastBackToo() {
        // Given
        RequestClocks paused = opened(STANDARD)
                .at(10, at -> new Fact.StatusMoved(at, RequestStatus.PENDING))
                .at(40, at -> new Fact.StatusMoved(at, RequestStatus.OPEN))
                .clocks();

        // When
        Judgement judgement = told().judge(paused, minute(41));

        // Then
        assertThat(judgement.events()).containsExactly(new BreachForecast(FIRST, minute(90), minute(75), true));
    }

    @Test
    void whatWasAnsweredOrIsPastNeedsNoForecast() {
        RequestClocks answered = opened(STANDARD).at(5, Fact.Replied::new).clocks();

        assertThat(told().judge(answered, minute(5)).events()).isEmpty();
        assertThat(QueueForecast.NONE
                        .expecting(minute(75))
                        .judge(answered, minute(5))
                        .events())
                .isEmpty();
        assertThat(QueueForecast.NONE
                        .expecting(minute(75))
                        .judge(waiting, minute(61))
                        .events())
                .isEmpty();
    }

    private QueueForecast told() {
        return QueueForecast.NONE.expecting(minute(75)).judge(waiting, NOW).forecast();
    }
}
