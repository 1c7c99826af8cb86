package io.beforehand.sla.backtest;

import io.beforehand.events.ClockRef;
import io.beforehand.events.Metric;
import io.beforehand.sla.clock.Clock;
import io.beforehand.sla.clock.RequestClocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a draft would have changed, added up request by request. */
final class Difference {

    private static final int MOST_SHOWN = 500;

    private final Map<Metric, Counts> before = new TreeMap<>();
    private final Map<Metric, Counts> after = new TreeMap<>();
    private final List<Change> changes = new ArrayList<>();
    private long requests;
    private long changed;

    /** A clock that would have ended otherwise; one side is missing if it would not have been, or was not. */
    public record Change(String requestId, String clock, Optional<Verdict> before, Optional<Verdict> after) {}

    /** How one metric fares. */
    public record Row(String metric, Counts before, Counts after) {}

    /**
     * The whole of it.
     *
     * @param changedClocks that end otherwise, or with a warning where there was none, or without
     * @param changes the first of them, 500 at the most
     */
    public record Report(long requests, List<Row> metrics, long changedClocks, List<Change> changes) {}

    void add(RequestClocks was, RequestClocks wouldBe) {
        requests++;
        TreeSet<Clock> all = new TreeSet<>(Clock.ORDER);
        all.addAll(was.clocks());
        all.addAll(wouldBe.clocks());
        for (Clock clock : all) {
            ClockRef ref = clock.ref();
            Optional<Verdict> one = count(before, was, ref);
            Optional<Verdict> other = count(after, wouldBe, ref);
            boolean alike = one.isPresent()
                    && other.filter(verdict -> verdict.alike(one.get())).isPresent();
            if (!alike) {
                changed++;
                if (changes.size() < MOST_SHOWN) {
                    changes.add(new Change(was.requestId(), ref.id(), one, other));
                }
            }
        }
    }

    Report report() {
        TreeSet<Metric> metrics = new TreeSet<>(before.keySet());
        metrics.addAll(after.keySet());
        List<Row> rows = metrics.stream()
                .map(metric -> new Row(
                        metric.name(),
                        before.getOrDefault(metric, Counts.NONE),
                        after.getOrDefault(metric, Counts.NONE)))
                .toList();
        return new Report(requests, rows, changed, List.copyOf(changes));
    }

    private static Optional<Verdict> count(Map<Metric, Counts> counts, RequestClocks clocks, ClockRef ref) {
        Optional<Verdict> verdict = clocks.find(ref).map(Verdict::of);
        verdict.ifPresent(known -> counts.merge(ref.metric(), Counts.NONE.and(known), (all, one) -> all.and(known)));
        return verdict;
    }
}
