package io.beforehand.benchmarks.timers;

/**
 * What one subject made of one plan.
 *
 * @param perSecond planned
 * @param planned alarms, those of the warm-up too
 * @param lateness of those that count
 * @param stages of those that count
 * @param early decided or received before they were due
 * @param lost not received when the patience was over
 * @param copies received once more
 * @param workedOffSeconds from the last due moment to the last record
 * @param commitP99 of one small row in the same time, in milliseconds
 */
public record Outcome(
        String subject,
        double perSecond,
        int planned,
        Lateness lateness,
        Stages stages,
        int early,
        int lost,
        int copies,
        double workedOffSeconds,
        double commitP99) {
    private static final double SLOWEST_MS = 1_000;

    /** All there, 99 % of them within a second. */
    boolean keptUp() {
        return lost == 0 && lateness.p99() < SLOWEST_MS;
    }

    boolean conserved() {
        return lost == 0 && early == 0;
    }
}
