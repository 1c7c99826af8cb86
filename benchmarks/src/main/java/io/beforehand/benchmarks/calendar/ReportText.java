package io.beforehand.benchmarks.calendar;

import static io.beforehand.benchmarks.report.Figures.number;

import io.beforehand.benchmarks.report.Table;
import io.beforehand.benchmarks.report.Target;
import io.beforehand.benchmarks.report.Target.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The results for people. */
record ReportText(Measured measured) {

    private static final double WANTED_NANOS = 2_000;
    private static final double AIM_NANOS = 300;
    private static final double SAME = 3;

    String text() {
        return "\nns a call; bytes allocated by a call that goes a year; Beforehand's first call in a year; × of Beforehand\n\n"
                + table() + "\n" + targets();
    }

    private Table table() {
        List<String> head = new ArrayList<>(List.of(""));
        Stream.of(Distance.values()).map(Distance::title).forEach(head::add);
        head.addAll(List.of("bytes", "first", "× at 1 year"));
        Table table = new Table().row(head.toArray(String[]::new));
        rows(table, "due", DueBenchmark.class);
        rows(table, "elapsed", ElapsedBenchmark.class);
        return table;
    }

    private void rows(Table table, String question, Class<?> benchmark) {
        double ours = nanos(benchmark, Subject.BEFOREHAND, Distance.YEAR);
        for (Subject subject : Subject.values()) {
            OptionalDouble year = measured.nanos(benchmark, subject, Distance.YEAR);
            if (year.isPresent()) {
                List<String> row = new ArrayList<>(List.of(question + "  " + subject.title()));
                for (Distance distance : Distance.values()) {
                    row.add(number(nanos(benchmark, subject, distance)));
                }
                row.add(number(measured.bytes(benchmark, subject, Distance.YEAR).orElse(Double.NaN)));
                row.add(
                        isOurs(subject) && benchmark == DueBenchmark.class
                                ? number(measured.nanos(FirstUseBenchmark.class, subject))
                                : "");
                row.add(number(year.getAsDouble() / ours));
                table.row(row.toArray(String[]::new));
            }
        }
    }

    private Table targets() {
        double year = nanos(DueBenchmark.class, Subject.BEFOREHAND, Distance.YEAR);
        double[] ours = Arrays.stream(Distance.values())
                .mapToDouble(distance -> nanos(DueBenchmark.class, Subject.BEFOREHAND, distance))
                .toArray();
        double least = Arrays.stream(ours).min().orElse(Double.NaN);
        double most = Arrays.stream(ours).max().orElse(Double.NaN);
        Table table = new Table().row("wanted", "measured", "");
        for (Target target : List.of(
                atMost("due a year ahead within %s ns", WANTED_NANOS, year),
                atMost("due a year ahead within %s ns, the aim", AIM_NANOS, year),
                new Target(
                        "the furthest at most %s times the nearest".formatted(number(SAME)),
                        number(most / least),
                        Verdict.of(most <= SAME * least)))) {
            table.row(
                    target.wanted(), target.measured(), target.verdict().name().toLowerCase(Locale.ROOT));
        }
        return table;
    }

    private static Target atMost(String wanted, double limit, double measured) {
        return new Target(wanted.formatted(number(limit)), number(measured), Verdict.of(measured <= limit));
    }

    private double nanos(Class<?> benchmark, Subject subject, Distance distance) {
        return measured.nanos(benchmark, subject, distance).orElse(Double.NaN);
    }

    private static boolean isOurs(Subject subject) {
        return subject == Subject.BEFOREHAND || subject == Subject.ALL_OF || subject == Subject.ANY_OF;
    }
}
