package io.beforehand.benchmarks.calendar;

import io.beforehand.time.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How much time was worked between two moments? Of a calendar that has been asked about those years before. */
@State(Scope.Thread)
public class ElapsedBenchmark {

    @Param({"BEFOREHAND", "ALL_OF", "ANY_OF", "DAY_BY_DAY", "MPXJ"})
    public Subject subject = Subject.BEFOREHAND;

    @Param
    public Distance distance = Distance.HOUR;

    private final Starts starts = new Starts();
    private final Instant[] ends = new Instant[starts.count()];
    private BusinessCalendar calendar = subject.make();

    @Setup
    public void make() {
        calendar = subject.make();
        BusinessCalendar office = Subject.BEFOREHAND.make();
        for (int i = 0; i < ends.length; i++) {
            ends[i] = office.due(starts.at(i), distance.goal());
        }
    }

    @Benchmark
    public Duration elapsed() {
        int place = starts.place();
        return calendar.elapsed(starts.at(place), ends[place]);
    }
}
