package io.beforehand.benchmarks.calendar;

import java.time.Instant;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The first question about a year, which lays it out: a new calendar each time. */
@State(Scope.Thread)
public class FirstUseBenchmark {

    /** Not near the end of what is laid out at once. */
    private static final Instant START = Instant.parse("2026-06-01T08:00:00Z");

    @Param({"BEFOREHAND", "ALL_OF", "ANY_OF"})
    public Subject subject = Subject.BEFOREHAND;

    @Benchmark
    public Instant firstQuestion() {
        return subject.make().due(START, Distance.HOUR.goal());
    }
}
