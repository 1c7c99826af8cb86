package io.beforehand.benchmarks.calendar;

import java.util.Collection;
import java.util.OptionalDouble;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** What JMH measured, to be asked for by name. */
record Measured(Collection<RunResult> results) {

    /** Bytes that one call allocates. */
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    OptionalDouble nanos(Class<?> benchmark, Subject subject, Distance distance) {
        return results.stream()
                .filter(run -> isOf(run, benchmark, subject) && is(run, "distance", distance))
                .mapToDouble(run -> run.getPrimaryResult().getScore())
                .findFirst();
    }

    OptionalDouble bytes(Class<?> benchmark, Subject subject, Distance distance) {
        return results.stream()
                .filter(run -> isOf(run, benchmark, subject) && is(run, "distance", distance))
                .mapToDouble(Measured::bytes)
                .findFirst();
    }

    /** Of a benchmark that knows no distances. */
    double nanos(Class<?> benchmark, Subject subject) {
        return of(benchmark, subject).getPrimaryResult().getScore();
    }

    double bytes(Class<?> benchmark, Subject subject) {
        return bytes(of(benchmark, subject));
    }

    private RunResult of(Class<?> benchmark, Subject subject) {
        return results.stream()
                .filter(run -> isOf(run, benchmark, subject))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isOf(RunResult run, Class<?> benchmark, Subject subject) {
        return run.getParams().getBenchmark().startsWith(benchmark.getName() + ".") && is(run, "subject", subject);
    }

    private static boolean is(RunResult run, String parameter, Enum<?> value) {
        return value.name().equals(run.getParams().getParam(parameter));
    }

    private static double bytes(RunResult run) {
        Result<?> allocated = run.getSecondaryResults().get(ALLOCATED);
        return allocated == null ? Double.NaN : allocated.getScore();
    }
}
