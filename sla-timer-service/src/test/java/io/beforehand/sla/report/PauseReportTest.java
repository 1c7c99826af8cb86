package io.beforehand.sla.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.sla.report.PauseReport.ClockPause;
import io.beforehand.sla.report.PauseReport.Item;
import io.beforehand.sla.report.PauseReport.Total;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PauseReportTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Period DAY = new Period(NINE, NINE.plusSeconds(86_400), ZoneOffset.UTC);

    @Test
    void aRequestPausedTwiceWithLittleLeftIsListed() {
        PauseReport report = PauseReport.of(DAY, List.of(pause("r1", 10, "ada", 300), pause("r1", 30, "ada", 200)));

        assertThat(report.items()).extracting(Item::requestId).containsExactly("r1");
        assertThat(report.items().getFirst().gainedSeconds()).isEqualTo(500);
        assertThat(report.totals()).containsExactly(new Total(Optional.of("ada"), "waiting", 1, 2, 500));
    }

    @Test
    void onePauseOfTwoClocksIsOnePause() {
        ClockPause first = pause("r1", 10, "ada", 300);
        ClockPause resolution = new ClockPause(
                "r1", "r1:resolution:1", first.from(), first.until(), 0.02, "waiting", "", "ada", "billing", 280);

        assertThat(PauseReport.of(DAY, List.of(first, resolution)).items()).isEmpty();
        PauseReport again = PauseReport.of(DAY, List.of(first, resolution, pause("r1", 30, "ada", 100)));
        assertThat(again.items().getFirst().pauses()).hasSize(2);
        assertThat(again.items().getFirst().pauses().getFirst().clocks())
                .containsExactly("r1:first-response:1", "r1:resolution:1");
        assertThat(again.items().getFirst().pauses().getFirst().left()).isEqualTo(0.02);
        assertThat(again.items().getFirst().gainedSeconds()).isEqualTo(400);
    }

    @Test
    void whoGainedMostComesFirst() {
        PauseReport report = PauseReport.of(
                DAY,
                List.of(
                        pause("r1", 10, "ada", 100),
                        pause("r1", 20, "ada", 100),
                        pause("r2", 10, "bob", 400),
                        pause("r2", 20, "", 100)));

        assertThat(report.items()).extracting(Item::requestId).containsExactly("r2", "r1");
        assertThat(report.totals())
                .containsExactly(
                        new Total(Optional.of("bob"), "waiting", 1, 1, 400),
                        new Total(Optional.of("ada"), "waiting", 1, 2, 200),
                        new Total(Optional.empty(), "waiting", 1, 1, 100));
    }

    private static ClockPause pause(String request, int minute, String agent, double gained) {
        Instant from = NINE.plusSeconds(60L * minute);
        return new ClockPause(
                request,
                request + ":first-response:1",
                from,
                Optional.of(from.plusSeconds(400)),
                0.05,
                "waiting",
                "",
                agent,
                "billing",
                gained);
    }
}
