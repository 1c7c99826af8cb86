package io.beforehand.notification.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.AlertLevel;
import io.beforehand.events.ClockRef;
import io.beforehand.events.Event;
import io.beforehand.events.Metric;
import io.beforehand.events.NotificationEvent;
import io.beforehand.events.NotificationEvent.AlertAcknowledged;
import io.beforehand.events.NotificationEvent.AlertRaised;
import io.beforehand.events.NotificationEvent.AlertResolved;
import io.beforehand.events.RequestEvent.PageAnswered;
import io.beforehand.events.SlaEvent.BreachForecast;
import io.beforehand.events.SlaEvent.ClockMet;
import io.beforehand.events.SlaEvent.OutcomeCorrected;
import io.beforehand.events.SlaEvent.WarningRaised;
import io.beforehand.events.StreamEvent;
import io.beforehand.notification.alert.AlertDecision.Telling;
import io.beforehand.notification.alert.AlertHearing.Heard;
import io.beforehand.notification.testing.Examples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AlertHearingTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant DUE = NOW.plusSeconds(900);
    private static final ClockRef CLOCK = ClockRef.of("r-1", Metric.FIRST_RESPONSE, 1);
    private static final Event WARNING = Examples.warning("r-1", DUE);
    private static final Event BREACH = Examples.breach("r-1", DUE);
    private static final Event MET = Examples.met("r-1", DUE);
    private static final Event FORECAST = new BreachForecast(CLOCK, DUE, DUE.plusSeconds(60), false);
    private static final Event WITHDRAWN = new BreachForecast(CLOCK, DUE, DUE, true);

    private final AtomicInteger ids = new AtomicInteger();

    @Test
    void theFirstDangerOfAClockRaisesAnAlertThatIsTold() {
        AlertDecision raised = last(List.of(), WARNING);

        assertThat(raised.alert().cause()).isEqualTo("warning:first-response");
        assertThat(raised.alert().state()).isEqualTo(new AlertState.Open());
        assertThat(raised.telling()).isEqualTo(Telling.TELL);
        assertThat(raised.events())
                .containsExactly(new AlertRaised("a-1", "warning:first-response", AlertLevel.WARNING));
    }

    @Test
    void aBreachAfterWarningsRaisesTheSameAlert() {
        // When
        List<AlertDecision> decisions = hear(List.of(), WARNING, WARNING, BREACH);

        // Then
        assertThat(decisions).extracting(d -> d.alert().id()).containsOnly("a-1");
        assertThat(decisions).extracting(d -> d.alert().count()).containsExactly(1, 2, 3);
        assertThat(decisions).extracting(AlertDecision::telling).containsOnly(Telling.TELL);
        assertThat(events(decisions))
                .containsExactly(
                        new AlertRaised("a-1", "warning:first-response", AlertLevel.WARNING),
                        new AlertRaised("a-1", "breach:first-response", AlertLevel.BREACH));
    }

    @Test
    void aLevelNeverFalls() {
        assertThat(last(List.of(), BREACH, WARNING).alert().level()).isEqualTo(AlertLevel.BREACH);
    }

    @Test
    void otherClocksHaveAlertsOfTheirOwn() {
        Event other =
                new WarningRaised(ClockRef.of("r-1", Metric.RESOLUTION, 1), "50%", DUE, Duration.ofHours(4), false);

        assertThat(hear(List.of(), WARNING, other))
                .extracting(d -> d.alert().id())
                .containsExactly("a-1", "a-2");
    }

    @Test
    void whatIsAcknowledgedIsToldAgainOnlyWhenItGetsWorse() {
        // Given
        Alert known = acknowledged(last(List.of(), WARNING).alert());

        // Then
        AlertDecision same = last(List.of(known), WARNING);
        assertThat(same.telling()).isEqualTo(Telling.AS_IT_IS);
        assertThat(same.alert().state()).isEqualTo(new AlertState.Acknowledged("Bo"));

        AlertDecision worse = last(List.of(known), BREACH);
        assertThat(worse.telling()).isEqualTo(Telling.TELL);
        assertThat(worse.alert().state()).isEqualTo(new AlertState.Open());
    }

    @Test
    void whatIsSilencedStaysSilentAndListed() {
        // Given
        Alert silenced =
                AlertDecision.silence(last(List.of(), WARNING).alert(), "Bo").alert();

        // When
        AlertDecision breached = last(List.of(silenced), BREACH);

        // Then
        assertThat(breached.telling()).isEqualTo(Telling.AS_IT_IS);
        assertThat(breached.alert().level()).isEqualTo(AlertLevel.BREACH);
        assertThat(breached.alert().state()).isEqualTo(new AlertState.Silenced("Bo"));
    }

    @Test
    void aKeptPromiseResolvesItsAlertAndADangerThatIsOverIsNotTold() {
        AlertDecision over = last(List.of(), WARNING, MET);

        assertThat(over.alert().state()).isEqualTo(new AlertState.Resolved("clock-met"));
        assertThat(over.telling()).isEqualTo(Telling.DROP);
        assertThat(over.events()).containsExactly(new AlertResolved("a-1", "clock-met"));
    }

    @Test
    void aBreachIsToldEvenIfItWasAnsweredInTheMeantime() {
        assertThat(last(List.of(), BREACH, MET).telling()).isEqualTo(Telling.AS_IT_IS);
    }

    @Test
    void aCorrectionToMetResolvesTheAlert() {
        Event corrected = new OutcomeCorrected(CLOCK, "breached", "met", "late-reply");

        assertThat(last(List.of(), BREACH, corrected).alert().state())
                .isEqualTo(new AlertState.Resolved("outcome-corrected"));
    }

    @Test
    void aCorrectionToBreachedAlarmsNobody() {
        assertThat(hear(List.of(), new OutcomeCorrected(CLOCK, "met", "breached", "late-pause")))
                .isEmpty();
    }

    @Test
    void aForecastThatIsWithdrawnIsOverButABreachIsNot() {
        assertThat(last(List.of(), FORECAST, WITHDRAWN).alert().state())
                .isEqualTo(new AlertState.Resolved("forecast-withdrawn"));
        assertThat(hear(List.of(), BREACH, WITHDRAWN)).hasSize(1);
    }

    @Test
    void aNewDangerAfterTheEndIsANewAlert() {
        assertThat(hear(List.of(), WARNING, MET, BREACH))
                .extracting(d -> d.alert().id())
                .containsExactly("a-1", "a-1", "a-2");
    }

    @Test
    void theOrderIsThatOfTheStreamWhateverTheEventsTimes() {
        // Given
        Instant warnedAt = Instant.parse("2026-11-23T10:02:00Z");
        Event met = new ClockMet(CLOCK, warnedAt.minusSeconds(1), DUE, true);
        List<StreamEvent> stream = List.of(
                new StreamEvent("r-1", 5, warnedAt, null, WARNING),
                new StreamEvent("r-1", 6, warnedAt.minusSeconds(1), null, met));

        // When
        List<Heard> heard = new AlertHearing("r-1", "R-1042", List.of(), () -> "a-1").hear(stream, NOW);

        // Then
        AlertDecision last = heard.getLast().decision();
        assertThat(last.alert().state()).isEqualTo(new AlertState.Resolved("clock-met"));
        assertThat(last.telling()).isEqualTo(Telling.DROP);
    }

    @Test
    void aKeptPromiseThatWasNeverInDangerConcernsNobody() {
        assertThat(hear(List.of(), MET)).isEmpty();
    }

    @Test
    void anAnswerFromThePagingToolAcknowledges() {
        AlertDecision answered = last(List.of(), WARNING, new PageAnswered("a-1", "Bo"));

        assertThat(answered.alert().state()).isEqualTo(new AlertState.Acknowledged("Bo"));
        assertThat(answered.events()).containsExactly(new AlertAcknowledged("a-1", "Bo"));
        assertThat(answered.telling()).isEqualTo(Telling.DROP);
    }

    @Test
    void whatIsResolvedCannotBeMovedAnyMore() {
        Alert resolved = last(List.of(), WARNING, MET).alert();

        assertThat(AlertDecision.acknowledge(resolved, "Bo").alert()).isEqualTo(resolved);
        assertThat(AlertDecision.silence(resolved, "Bo").alert()).isEqualTo(resolved);
        assertThat(AlertDecision.resolve(resolved, "Bo").events()).isEmpty();
    }

    @Test
    void acknowledgingTwiceIsToldOnce() {
        assertThat(AlertDecision.acknowledge(
                                acknowledged(last(List.of(), WARNING).alert()), "Bo")
                        .events())
                .isEmpty();
    }

    private static Alert acknowledged(Alert alert) {
        return AlertDecision.acknowledge(alert, "Bo").alert();
    }

    private AlertDecision last(List<Alert> unresolved, Event... events) {
        return hear(unresolved, events).getLast();
    }

    private List<AlertDecision> hear(List<Alert> unresolved, Event... events) {
        List<StreamEvent> stream = new ArrayList<>();
        for (Event event : events) {
            stream.add(new StreamEvent("r-1", stream.size() + 1, NOW, null, event));
        }
        ids.set(0);
        return new AlertHearing("r-1", "R-1042", unresolved, () -> "a-" + ids.incrementAndGet())
                .hear(stream, NOW).stream().map(Heard::decision).toList();
    }

    private static List<NotificationEvent> events(List<AlertDecision> decisions) {
        return decisions.stream().flatMap(d -> d.events().stream()).toList();
    }
}
