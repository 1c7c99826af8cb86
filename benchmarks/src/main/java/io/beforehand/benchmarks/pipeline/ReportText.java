package io.beforehand.benchmarks.pipeline;

import static io.beforehand.benchmarks.report.Figures.number;

import io.beforehand.benchmarks.counts.PerRequest;
import io.beforehand.benchmarks.limits.Limits;
import io.beforehand.benchmarks.load.Latencies;
import io.beforehand.benchmarks.machine.ProcessUse;
import io.beforehand.benchmarks.report.Table;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The results for people. */
final class ReportText {
    private static final Set<String> SHOWN = Set.of(Phase.SUSTAINED, Phase.BURST, Phase.MAILS, Phase.SLACK);

    private ReportText() {}

    static String of(Results results) {
        return String.join(
                "\n",
                "",
                results.at() + "  " + results.machine().line(),
                "",
                "Phases (ms; acceptance from the planned moment to the answer, acknowledgement from there to the customer's webhook)",
                phases(results),
                "Processes (CPU seconds, resident MB)",
                processes(results),
                "One request of the sustained phase, assigned to one of " + results.agents() + " agents",
                perRequest(results.perRequest()),
                "What this machine can do at all",
                limits(results.limits()),
                conservation(results.conservation()),
                "",
                "Targets",
                targets(results));
    }

    /** One phase in a line. */
    static String brief(Phase phase) {
        return "%s accepted/s, %d errors%s, acceptance p99 %s ms, acknowledgement p99 %s ms, worked off after %s s"
                .formatted(
                        number(phase.acceptedPerSecond()),
                        phase.errors(),
                        phase.errors() == 0 ? "" : " " + phase.failures(),
                        number(phase.acceptance().p99()),
                        number(phase.acknowledgement().p99()),
                        number(phase.workedOffSeconds()));
    }

    private static String phases(Results results) {
        Table table = new Table()
                .row("phase", "planned/s", "accepted/s", "errors", "", "p50", "p95", "p99", "max", "worked off s");
        for (Phase phase : results.phases()) {
            latencies(
                    table,
                    phase.acceptance(),
                    phase.name(),
                    number(phase.rate()),
                    number(phase.acceptedPerSecond()),
                    Integer.toString(phase.errors()),
                    "acceptance",
                    number(phase.workedOffSeconds()));
            latencies(table, phase.acknowledgement(), "", "", "", "", "acknowledgement", "");
            latencies(table, phase.commit(), "", "", "", "", "commit of one row", "");
            latencies(table, phase.sendDelay(), "", "", "", "", "driver's delay", "");
        }
        return table + "  highest rate that keeps up: " + number(results.highestRate()) + " requests/s\n";
    }

    private static void latencies(
            Table table, Latencies ms, String a, String b, String c, String d, String e, String z) {
        table.row(a, b, c, d, e, number(ms.p50()), number(ms.p95()), number(ms.p99()), number(ms.max()), z);
    }

    private static String processes(Results results) {
        Table table = new Table().row("phase", "process", "CPU s", "mean MB", "peak MB");
        for (Phase phase : results.phases()) {
            if (SHOWN.contains(phase.name())) {
                for (ProcessUse use : phase.processes()) {
                    table.row(
                            phase.name(),
                            use.name(),
                            number(use.cpuSeconds()),
                            number(use.meanMb()),
                            number(use.peakMb()));
                }
            }
        }
        return table.toString();
    }

    private static String perRequest(PerRequest one) {
        return new Table()
                .row("transactions", sum(one.commits()))
                .row("rows written", sum(one.rowVersions()))
                .row("records", sum(one.records()))
                .row("log of the database", number(one.walBytes() / 1024) + " KB")
                .row("without requests", "transactions a second: " + sum(one.idleCommits()))
                .toString();
    }

    private static String sum(Map<String, Double> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach((name, value) -> text.append(text.isEmpty() ? "" : " + ")
                .append(name.replace("beforehand.", ""))
                .append(' ')
                .append(number(value)));
        return text + " = " + number(PerRequest.total(parts));
    }

    private static String limits(Limits limits) {
        return new Table()
                .row("Kafka, records of 1 KB, acks=all, one producer", number(limits.kafkaRecords()) + "/s")
                .row("PostgreSQL, 16 clients, 1 row a commit", number(limits.singleRowInserts()) + " rows/s")
                .row("PostgreSQL, 16 clients, 100 rows a commit", number(limits.hundredRowInserts()) + " rows/s")
                .row(
                        "PostgreSQL, commit of one client, p50 / p99",
                        number(limits.commit().p50()) + " / "
                                + number(limits.commit().p99()) + " ms")
                .toString();
    }

    private static String conservation(Conservation sums) {
        return "Conservation %s: %d accepted, %d in intake, %d acknowledged (%d copies), %d accepted without acknowledgement, %d dead letters, %d of unknown fate"
                .formatted(
                        sums.holds() ? "holds" : "IS BROKEN",
                        sums.accepted(),
                        sums.inIntake(),
                        sums.acknowledged(),
                        sums.copies(),
                        sums.unacknowledged(),
                        sums.deadLetters(),
                        sums.perhapsStored());
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
