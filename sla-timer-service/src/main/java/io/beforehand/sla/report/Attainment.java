package io.beforehand.sla.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the promises of a period were kept.
 *
 * @param rows one for each group that has any, in the order of the dimensions asked for
 */
public record Attainment(Instant from, Instant to, List<Row> rows, Row totals) {

    public Attainment {
        rows = List.copyOf(rows);
    }

    /**
     * How many there were.
     *
     * @param count all that came to a verdict: {@code met + breached + waived}
     * @param within those that were done within the time asked about
     * @param timed those that were done at all, in time or late
     */
    public record Counts(long count, long met, long waived, long within, long timed) {

        /** Waived ones left out. */
        long breached() {
            return count - met - waived;
        }
    }

    /**
     * Working time until what was promised was done, of those that were done. Percentiles are values that occurred: the
     * smallest that so many percent do not exceed.
     */
    public record Times(double averageSeconds, double p50, double p90, double p95) {}

    /**
     * One group, or all of them.
     *
     * @param values of the dimensions; none for all
     * @param times missing when nothing was done
     */
    public record Row(
            Map<String, String> values,
            Counts counts,
            Optional<Times> times,
            Optional<Double> withinShare,
            Optional<ErrorBudget> errorBudget) {

        public Row {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        static Row of(Map<String, String> values, Counts counts, Optional<Times> times, AttainmentQuestion question) {
            Optional<Duration> asked = question.within().filter(_ -> counts.count > 0);
            return new Row(
                    values,
                    counts,
                    times,
                    asked.map(_ -> Numbers.rounded((double) counts.within / counts.count)),
                    question.target().map(target -> ErrorBudget.of(target, counts.count, counts.breached())));
        }

        /** As it is shown: the group first. */
        @JsonValue
        public Map<String, Object> members() {
            Map<String, Object> members = new LinkedHashMap<>(values);
            members.put("count", counts.count);
            members.put("met", counts.met);
            members.put("breached", counts.breached());
            members.put("waived", counts.waived);
            members.put("timed", counts.timed);
            times.ifPresent(known -> {
                members.put("averageSeconds", known.averageSeconds);
                members.put("p50", known.p50);
                members.put("p90", known.p90);
                members.put("p95", known.p95);
            });
            withinShare.ifPresent(share -> members.put("withinShare", share));
            errorBudget.ifPresent(budget -> members.put("errorBudget", budget));
            return members;
        }
    }
}
