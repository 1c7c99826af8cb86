package io.beforehand.benchmarks.classification;

import io.beforehand.benchmarks.machine.Machine;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs the benchmark of classification; see the package. */
public final class ClassificationBenchmark {

    private ClassificationBenchmark() {}

    public static void main(String[] arguments) {
        System.setProperty("org.slf4j.simpleLogger.log.opennlp", "warn");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(Machine.here().line());
        Measured measured = Measured.measure();
        Cost cost = Cost.of(measured.together(), measured.messages());
        out.println(new ReportText(measured, cost).text());
    }
}
