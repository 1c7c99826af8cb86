package io.beforehand.benchmarks.calendar;

import io.beforehand.benchmarks.machine.Machine;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmark of calendars; see the package. */
public final class CalendarBenchmark {

    private CalendarBenchmark() {}

    /** @param arguments the folder for what it writes */
    public static void main(String[] arguments) throws RunnerException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Machine machine = Machine.here();
        out.println(machine.line());
        out.println(Agreement.line());
        out.println("Measuring, about six minutes; nothing else should run meanwhile.");
        Path file = file(Path.of(arguments[0]));
        Measured measured = new Measured(new Runner(options(file)).run());
        out.println(new ReportText(measured).text());
        out.println("JMH's results: " + file);
    }

    private static Options options(Path file) {
        return new OptionsBuilder()
                .include(CalendarBenchmark.class.getPackageName().replace(".", "\\.") + "\\.")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                .jvmArgs("-Xmx512m", "-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow")
                .warmupIterations(2)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .resultFormat(ResultFormatType.JSON)
                .result(file.toString())
                .build();
    }

    private static Path file(Path folder) {
        String at = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replaceAll("[:-]", "");
        return folder.resolve("calendar-" + at + ".json");
    }
}
