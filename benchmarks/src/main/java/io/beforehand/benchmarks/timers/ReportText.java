package io.beforehand.benchmarks.timers;

import static io.beforehand.benchmarks.report.Figures.number;

import io.beforehand.benchmarks.report.Table;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The results for people. */
final class ReportText {
    private ReportText() {}

    static String of(Results results) {
        return String.join(
                "\n",
                "",
                results.at() + "  " + results.machine().line(),
                "",
                "Alarms: from due to received, ms, with " + results.outstanding() + " others outstanding",
                outcomes(results),
                "Where the time of ours goes, ms",
                stages(results),
                "Arming %s/s, cancelling %s/s, stored (%d requests each, %d still armed)"
                        .formatted(
                                number(results.moves().armedPerSecond()),
                                number(results.moves().cancelledPerSecond()),
                                results.moves().requests(),
                                results.moves().stillArmed()),
                results.consistent() ? "Replays find no drift" : "REPLAYS FIND DRIFT: these are not our alarms",
                "",
                "Targets",
                targets(results));
    }

    /** One outcome in a line. */
    static String brief(Outcome outcome) {
        return "p50 %s ms, p99 %s ms, max %s ms, %d early, %d missing, %d copies, commit p99 %s ms"
                .formatted(
                        number(outcome.lateness().p50()),
                        number(outcome.lateness().p99()),
                        number(outcome.lateness().max()),
                        outcome.early(),
                        outcome.lost(),
                        outcome.copies(),
                        number(outcome.commitP99()));
    }

    private static String outcomes(Results results) {
        Table table = new Table()
                .row(
                        "phase",
                        "per s",
                        "system",
                        "p50",
                        "p99",
                        "p99.9",
                        "max",
                        "early",
                        "missing",
                        "copies",
                        "worked off s",
                        "commit p99",
                        "p99 to ours");
        double ours = results.steady().getFirst().lateness().p99();
        rows(table, "steady", results.steady(), ours);
        rows(table, "search", results.search(), Double.NaN);
        rows(table, "search", results.peerSearch(), Double.NaN);
        rows(table, "burst", List.of(results.burst()), Double.NaN);
        return table.toString();
    }

    private static void rows(Table table, String phase, List<Outcome> outcomes, double ours) {
        for (Outcome each : outcomes) {
            Lateness ms = each.lateness();
            table.row(
                    phase,
                    number(each.perSecond()),
                    each.subject(),
                    number(ms.p50()),
                    number(ms.p99()),
                    number(ms.p999()),
                    number(ms.max()),
                    Integer.toString(each.early()),
                    Integer.toString(each.lost()),
                    Integer.toString(each.copies()),
                    number(each.workedOffSeconds()),
                    number(each.commitP99()),
                    Double.isNaN(ours) ? "" : number(ms.p99() / ours));
        }
    }

    private static String stages(Results results) {
        Table table = new Table()
                .row(
                        "per s",
                        "until taken p50",
                        "p99",
                        "until stored and read p50",
                        "p99",
                        "until received p50",
                        "p99");
        Stream.of(List.of(results.steady().getFirst()), results.search(), List.of(results.burst()))
                .flatMap(List::stream)
                .forEach(each -> table.row(
                        number(each.perSecond()),
                        number(each.stages().taken().p50()),
                        number(each.stages().taken().p99()),
                        number(each.stages().stored().p50()),
                        number(each.stages().stored().p99()),
                        number(each.stages().sent().p50()),
                        number(each.stages().sent().p99())));
        return table.toString();
    }

    private static String targets(Results results) {
        Table table = new Table().row("wanted", "measured", "");
        results.targets()
                .forEach(target -> table.row(
                        target.wanted(),
                        target.measured(),
                        target.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        return table.toString();
    }
}
