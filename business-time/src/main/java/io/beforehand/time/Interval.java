package io.beforehand.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of time.
 *
 * @param from the first moment in it
 * @param to the first moment after it, later than {@code from}
 */
public record Interval(Instant from, Instant to) {

    public Interval {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from " + from + " must be before to " + to);
        }
    }

    /** The same time in as few stretches as can be: in order, and apart from each other. */
    public static List<Interval> union(Collection<Interval> intervals) {
        List<Interval> union = new ArrayList<>();
        for (Interval next :
                intervals.stream().sorted(Comparator.comparing(Interval::from)).toList()) {
            Interval last = union.isEmpty() ? next : union.removeLast();
            if (next.from.isAfter(last.to)) {
                union.add(last);
                union.add(next);
            } else {
                union.add(new Interval(last.from, next.to.isAfter(last.to) ? next.to : last.to));
            }
        }
        return union;
    }

    /**
     * The time that lies in both.
     *
     * @param some in order and apart from each other, as {@link #union} gives them; so is the answer
     * @param others as well
     */
    static List<Interval> intersection(List<Interval> some, List<Interval> others) {
        List<Interval> both = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < some.size() && j < others.size()) {
            Interval a = some.get(i);
            Interval b = others.get(j);
            Instant from = a.from.isAfter(b.from) ? a.from : b.from;
            Instant to = a.to.isBefore(b.to) ? a.to : b.to;
            if (from.isBefore(to)) {
                both.add(new Interval(from, to));
            }
            if (a.to.isBefore(b.to)) {
                i++;
            } else {
                j++;
            }
        }
        return both;
    }
}
