package io.beforehand.benchmarks.timers;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import org.HdrHistogram.Histogram;

/** What came of a plan, alarm by alarm. */
final class Tally {
    private final Plan plan;
    private final BitSet seen = new BitSet();
    private final Histogram micros = new Histogram(3);
    private final StageTimes stages = new StageTimes();
    private int early;
    private int copies;

    Tally(Plan plan) {
        this.plan = plan;
    }

    synchronized void told(Told told) {
        int index = plan.index(told.id());
        if (index < 0 || index >= plan.size()) {
            return;
        }
        if (seen.get(index)) {
            copies++;
            return;
        }
        seen.set(index);
        long late = ChronoUnit.MICROS.between(plan.due(index), told.received());
        boolean decidedEarly =
                told.decided().isAfter(Instant.MIN) && told.decided().isBefore(plan.due(index));
        if (late < 0 || decidedEarly) {
            early++;
        } else if (index >= plan.uncounted()) {
            micros.recordValue(late);
            stages.add(plan.due(index), told);
        }
    }

    synchronized boolean complete() {
        return seen.cardinality() == plan.size();
    }

    /** @param workedOff from the last due moment to the last record */
    synchronized Outcome outcome(String subject, Duration workedOff, double commitP99) {
        return new Outcome(
                subject,
                plan.counted().perSecond(),
                plan.size(),
                Lateness.of(micros),
                stages.stages(),
                early,
                plan.size() - seen.cardinality(),
                copies,
                workedOff.toMillis() / 1e3,
                commitP99);
    }
}
