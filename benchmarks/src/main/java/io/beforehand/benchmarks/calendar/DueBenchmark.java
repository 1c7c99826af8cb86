package io.beforehand.benchmarks.calendar;

import io.beforehand.time.BusinessCalendar;
import java.time.Instant;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** When is it due? Of a calendar that has been asked about those years before. */
@State(Scope.Thread)
public class DueBenchmark {

    @Param
    public Subject subject = Subject.BEFOREHAND;

    @Param
    public Distance distance = Distance.HOUR;

    private final Starts starts = new Starts();
    private BusinessCalendar calendar = subject.make();

    @Setup
    public void make() {
        calendar = subject.make();
    }

    @Benchmark
    public Instant due() {
        return calendar.due(starts.at(starts.place()), distance.goal());
    }
}
