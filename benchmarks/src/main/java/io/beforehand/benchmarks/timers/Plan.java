package io.beforehand.benchmarks.timers;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Alarms at even distances, the first of them only there to warm up what rings them.
 *
 * @param name a word that no other plan of the run has
 * @param first when the first is due, to the microsecond
 * @param perSecond alarms due each second, above 0
 * @param warmUp for how long they do not count yet
 * @param length for how long they count
 */
public record Plan(String name, Instant first, double perSecond, Duration warmUp, Duration length) {
    private static final double MICROS = 1e6;

    public Plan {
        if (!(perSecond > 0) || !length.isPositive() || warmUp.isNegative()) {
            throw new IllegalArgumentException(
                    "a plan needs a rate and a length above 0: " + perSecond + ", " + length);
        }
        first = first.truncatedTo(ChronoUnit.MICROS);
    }

    /** All alarms, those of the warm-up too. */
    public int size() {
        return uncounted() + Math.toIntExact(Math.round(perSecond * length.toMillis() / 1e3));
    }

    /** The alarms before the first that counts. */
    public int uncounted() {
        return Math.toIntExact(Math.round(perSecond * warmUp.toMillis() / 1e3));
    }

    /** @param index from 0 */
    public Instant due(int index) {
        return first.plus(Math.round(index * MICROS / perSecond), ChronoUnit.MICROS);
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
