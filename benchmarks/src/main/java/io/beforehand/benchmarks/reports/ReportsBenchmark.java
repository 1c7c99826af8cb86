package io.beforehand.benchmarks.reports;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.benchmarks.machine.Machine;
import io.beforehand.benchmarks.pipeline.Bench;
import io.beforehand.benchmarks.report.Progress;
import io.beforehand.benchmarks.report.Table;
import io.beforehand.localstack.LocalStackException;
import io.beforehand.localstack.Operator;
import io.beforehand.localstack.Service;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;

/** The main program behind {@code ./beforehand bench reports}. */
public final class ReportsBenchmark {
    private static final int VERDICTS = 1_000_000;
    private static final int WARM_UP = 2;
    private static final int TIMES = 9;

    private final Operator operator;

    private ReportsBenchmark(Operator operator) {
        this.operator = operator;
    }

    /**
     * Ends with 1 when the stack does not come up or a question is not answered.
     *
     * @param arguments the folder, then maybe {@code --verdicts} with a number
     */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        Progress progress = new Progress();
        try {
            int verdicts = arguments.length > 2 ? Integer.parseInt(arguments[2]) : VERDICTS;
            Machine machine = Machine.here();
            progress.step("starting Kafka and PostgreSQL, with fsync");
            try (Bench bench = Bench.open(Path.of(arguments[0]).toAbsolutePath())) {
                progress.step("starting the services");
                bench.startServices(progress::step);
                progress.step("making up " + verdicts + " verdicts");
                String size;
                try (Connection database = bench.stack().postgres().connect(Service.SLA.id())) {
                    VerdictFiller filler = new VerdictFiller(database);
                    filler.fill(verdicts);
                    size = filler.size();
                }
                progress.step("asking for reports, each " + WARM_UP + " times and then " + TIMES + " times");
                Table table = new ReportsBenchmark(new Operator(bench.stack())).ask();
                progress.step("stopping");
                progress.print("\n" + machine.line()
                        + "\n%,d verdicts of %d days: %s\n\nmilliseconds until the answer is there\n"
                                .formatted(verdicts, VerdictFiller.DAYS, size));
                progress.print(table.toString());
            }
        } catch (LocalStackException | IllegalArgumentException told) {
            progress.print("beforehand: " + told.getMessage());
            System.exit(1);
        }
    }

    private Table ask() {
        Table table = new Table().row("report", "verdicts", "rows", "fastest", "median", "slowest");
        for (Question question : Question.all(LocalDate.now(ZoneOffset.UTC))) {
            JsonNode report = ask(question);
            for (int i = 1; i < WARM_UP; i++) {
                ask(question);
            }
            long[] nanos = new long[TIMES];
            for (int i = 0; i < TIMES; i++) {
                long start = System.nanoTime();
                ask(question);
                nanos[i] = System.nanoTime() - start;
            }
            Arrays.sort(nanos);
            table.row(
                    question.what(),
                    "%,d".formatted(report.at("/totals/count").asLong()),
                    Integer.toString(report.get("rows").size()),
                    millis(nanos[0]),
                    millis(nanos[TIMES / 2]),
                    millis(nanos[TIMES - 1]));
        }
        return table;
    }

    private JsonNode ask(Question question) {
        Operator.Answer answer = operator.get(Service.SLA, "/v1/reports/attainment?" + question.query());
        if (!answer.ok()) {
            throw new LocalStackException("A report was answered with " + answer.status() + ": " + question.query());
        }
        return answer.body();
    }

    private static String millis(long nanos) {
        return Long.toString(Math.round(nanos / 1e6));
    }
}
