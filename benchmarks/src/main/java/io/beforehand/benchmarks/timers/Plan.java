package io.beforehand.benchmarks.timers;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Alarms at even distances, the first of them only there to warm up what rings them.
 *
 * @param name a word that no other plan of the run has
 * @param first when the first is due, to the microsecond
 * @param warmUp those that do not count yet
 * @param counted those that count, right after them
 */
public record Plan(String name, Instant first, Pace warmUp, Pace counted) {
    private static final double MICROS = 1e6;

    /**
     * @param perSecond alarms due each second, above 0
     * @param length for how long
     */
    public record Pace(double perSecond, Duration length) {
        public static final Pace NONE = new Pace(1, Duration.ZERO);

        public Pace {
            if (!(perSecond > 0) || length.isNegative()) {
                throw new IllegalArgumentException("a rate above 0 for a time: " + perSecond + ", " + length);
            }
        }

        int size() {
            return Math.toIntExact(Math.round(perSecond * length.toMillis() / 1e3));
        }

        private Instant due(Instant first, int index) {
            return first.plus(Math.round(index * MICROS / perSecond), ChronoUnit.MICROS);
        }
    }

    public Plan {
        first = first.truncatedTo(ChronoUnit.MICROS);
    }

    /** Without a warm-up. */
    public Plan(String name, Instant first, double perSecond, Duration length) {
        this(name, first, Pace.NONE, new Pace(perSecond, length));
    }

    /** All alarms, those of the warm-up too. */
    public int size() {
        return uncounted() + counted.size();
    }

    /** The alarms before the first that counts. */
    public int uncounted() {
        return warmUp.size();
    }

    /** @param index from 0 */
    public Instant due(int index) {
        return index < uncounted()
                ? warmUp.due(first, index)
                : counted.due(first.plus(warmUp.length()), index - uncounted());
    }

    public Instant last() {
        return due(size() - 1);
    }

    /** The name of the alarm; also the key of the record that tells of it. */
    public String id(int index) {
        return name + "-" + index;
    }

    /** Which alarm it is; -1 if none of this plan's. */
    public int index(String id) {
        int dash = name.length();
        if (!id.startsWith(name) || id.length() <= dash + 1 || id.charAt(dash) != '-') {
            return -1;
        }
        String digits = id.substring(dash + 1);
        return digits.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(digits) : -1;
    }
}
