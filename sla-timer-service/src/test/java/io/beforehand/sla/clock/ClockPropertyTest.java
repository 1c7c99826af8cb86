package io.beforehand.sla.clock;

import static io.beforehand.sla.clock.Histories.HORIZON;
import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.ClockRef;
import io.beforehand.events.SlaEvent;
import io.beforehand.events.SlaEvent.DeadlineBreached;
import io.beforehand.events.SlaEvent.OutcomeCorrected;
import io.beforehand.events.SlaEvent.WarningRaised;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every history. A seed that fails is to be kept as a plain test beside its reason. */
class ClockPropertyTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void foldingOnFromTheStoredStateIsFoldingTheWholeHistory(long seed) {
        // Given
        Random random = new Random(seed);
        RequestClocks stored = RequestClocks.of("r1");
        List<HistoryEntry> known = new ArrayList<>();

        for (HistoryEntry entry : Histories.any(random)) {
            // When
            Instant now = entry.fact().at();
            stored = ringAllBefore(stored, now, random);
            stored = Learning.inOrder(stored, List.of(entry), now).clocks();
            known.add(entry);

            // Then
            RequestClocks anew = RequestClocks.fold("r1", known);
            assertThat(Learning.reconciled(stored, anew, now)).isEqualTo(stored);
            assertThat(verdicts(anew, now)).isEqualTo(verdicts(stored, now));
            assertThat(Learning.anew(stored, entry, known, now).events()).isEmpty();
            assertThat(Drift.of(stored, known, now)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void playedAgainAHistoryEndsWhereItEndedWhenItHappened(long seed) {
        // Given
        Random random = new Random(seed);
        List<HistoryEntry> history = Histories.any(random);
        Instant end = Story.minute(HORIZON + random.nextInt(HORIZON));
        RequestClocks live = RequestClocks.of("r1");
        for (HistoryEntry entry : history) {
            Instant now = entry.fact().at();
            live = ringAllBefore(live, now);
            live = Learning.inOrder(live, List.of(entry), now).clocks();
        }
        live = ringAllBefore(live, end.plusNanos(1000));

        // When
        RequestClocks played = Playback.of("r1", history, end);

        // Then
        assertThat(played).isEqualTo(live);
        assertThat(Drift.of(played, history, end)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void inWhateverOrderFactsBecomeKnownTheVerdictsAreThoseOfTheHistory(long seed) {
        // Given
        Random random = new Random(seed);
        List<HistoryEntry> history = Histories.any(random);
        List<HistoryEntry> arrival = new ArrayList<>(history.subList(1, history.size()));
        Collections.shuffle(arrival, random);
        List<HistoryEntry> known = new ArrayList<>(history.subList(0, 1));
        Learning opening = Learning.inOrder(RequestClocks.of("r1"), known, Story.NINE);
        RequestClocks stored = opening.clocks();
        List<SlaEvent> told = new ArrayList<>(opening.events());
        HistoryEntry.Place head = known.getFirst().place();

        // When each becomes known some time after it happened
        Instant now = Story.NINE;
        for (HistoryEntry entry : arrival) {
            known.add(entry);
            now = Collections.max(
                    List.of(now.plusSeconds(random.nextInt(3600)), entry.fact().at()));
            Learning rung = Learning.ofTime(stored, now, random.nextBoolean());
            Learning learning = Learning.isLate(rung.clocks(), head, entry)
                    ? Learning.anew(rung.clocks(), entry, known, now)
                    : Learning.inOrder(rung.clocks(), List.of(entry), now);
            head = Collections.max(List.of(head, entry.place()));
            stored = learning.clocks();
            told.addAll(rung.events());
            told.addAll(learning.events());
        }
        Instant end = now.plusSeconds(60L * HORIZON);
        Learning last = Learning.ofTime(stored, end, false);
        told.addAll(last.events());

        // Then
        Map<ClockRef, String> truth = verdicts(RequestClocks.fold("r1", history), end);
        Map<ClockRef, String> reached = verdicts(last.clocks(), end);
        assertThat(reached).containsAllEntriesOf(truth);
        assertThat(heard(told)).isEqualTo(reached);
        reached.keySet().removeAll(truth.keySet());
        assertThat(reached.values()).allMatch("cancelled"::equals);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyAlarmThatIsNotCancelledRingsExactlyOnceAndNeverEarly(long seed) {
        // Given a bell that is rung at moments which know nothing of the alarms
        Random random = new Random(seed);
        List<HistoryEntry> history = new ArrayList<>(Histories.any(random));
        RequestClocks clocks = RequestClocks.of("r1");
        List<SlaEvent> told = new ArrayList<>();

        // When
        for (int tick = 0; tick <= HORIZON * 20; tick += 1 + random.nextInt(random.nextInt(20) == 0 ? 600 : 30)) {
            Instant now = Story.minute(tick / 10.0);
            while (!history.isEmpty() && !history.getFirst().fact().at().isAfter(now)) {
                Learning learning = Learning.inOrder(clocks, List.of(history.removeFirst()), now);
                clocks = learning.clocks();
                told.addAll(learning.events());
            }
            Optional<Instant> due = clocks.nextAlarm();
            Learning learning = Learning.ofTime(clocks, now, false);
            clocks = learning.clocks();
            told.addAll(learning.events());
            boolean early = due.isEmpty() || due.get().isAfter(now);
            assertThat(learning.events().isEmpty())
                    .as("nothing before %s at %s", due, now)
                    .isEqualTo(early);
            assertThat(clocks.nextAlarm().stream()).as("nothing due is left").allMatch(next -> next.isAfter(now));
        }

        // Then
        assertThat(breaches(told)).doesNotHaveDuplicates();
        assertThat(breaches(told))
                .containsExactlyInAnyOrderElementsOf(clocks.clocks().stream()
                        .filter(clock -> clock.state().verdict().equals("breached"))
                        .map(Clock::ref)
                        .toList());
        assertThat(warnings(told)).doesNotHaveDuplicates();
        assertThat(warnings(told)).containsExactlyInAnyOrderElementsOf(given(clocks));
        assertThat(clocks.clocks()).noneMatch(clock -> clock.state() instanceof ClockState.Running);
    }

    /** What a listener to the topic believes. */
    private static Map<ClockRef, String> heard(List<SlaEvent> told) {
        Map<ClockRef, String> heard = new HashMap<>();
        for (SlaEvent event : told) {
            switch (event) {
                case SlaEvent.ClockStarted _ -> heard.put(event.clock(), "running");
                case DeadlineBreached _ -> heard.put(event.clock(), "breached");
                case SlaEvent.ClockMet met -> heard.put(event.clock(), met.late() ? "breached" : "met");
                case SlaEvent.ClockCancelled _ ->
                    heard.merge(event.clock(), "cancelled", (was, is) -> was.equals("breached") ? was : is);
                case OutcomeCorrected corrected -> heard.put(event.clock(), corrected.to());
                case SlaEvent.ClockPaused _,
                        SlaEvent.ClockResumed _,
                        WarningRaised _,
                        SlaEvent.BreachForecast _,
                        SlaEvent.UpdateDue _,
                        SlaEvent.WarningWithdrawn _,
                        SlaEvent.BreachEscalated _ -> {}
            }
        }
        return heard;
    }

    private static List<ClockRef> breaches(List<SlaEvent> told) {
        return told.stream()
                .filter(DeadlineBreached.class::isInstance)
                .map(SlaEvent::clock)
                .toList();
    }

    private static List<String> warnings(List<SlaEvent> told) {
        List<String> warnings = new ArrayList<>();
        for (SlaEvent event : told) {
            if (event instanceof WarningRaised warning) {
                warnings.add(warning.clock().id() + " " + warning.mark());
            } else if (event instanceof SlaEvent.BreachEscalated escalated) {
                warnings.add(escalated.clock().id() + " " + escalated.mark());
            }
        }
        return warnings;
    }

    private static List<String> given(RequestClocks clocks) {
        List<String> given = new ArrayList<>();
        for (Clock clock : clocks.clocks()) {
            clock.firings().forEach((mark, firing) -> {
                if (firing instanceof Firing.Fired) {
                    given.add(clock.ref().id() + " " + mark.text());
                }
            });
        }
        return given;
    }

    /** How each clock stands at that moment, whoever has looked. */
    private static Map<ClockRef, String> verdicts(RequestClocks clocks, Instant now) {
        Map<ClockRef, String> verdicts = new HashMap<>();
        for (Clock clock : clocks.ring(now, false).clocks()) {
            verdicts.put(clock.ref(), clock.state().verdict());
        }
        return verdicts;
    }

    private static RequestClocks ringAllBefore(RequestClocks clocks, Instant at) {
        RequestClocks rung = clocks;
        for (var due = rung.nextAlarm(); due.isPresent() && due.get().isBefore(at); due = rung.nextAlarm()) {
            rung = Learning.ofTime(rung, due.get(), false).clocks();
        }
        return rung;
    }

    /** Rings at every alarm before the moment; now and then somebody is late. */
    private static RequestClocks ringAllBefore(RequestClocks clocks, Instant at, Random random) {
        RequestClocks rung = clocks;
        for (var due = rung.nextAlarm(); due.isPresent() && due.get().isBefore(at); due = rung.nextAlarm()) {
            Instant late = due.get().plusSeconds(random.nextInt(4) == 0 ? random.nextInt(1200) : 0);
            rung = Learning.ofTime(rung, late.isBefore(at) ? late : due.get(), random.nextBoolean())
                    .clocks();
        }
        return rung;
    }
}
