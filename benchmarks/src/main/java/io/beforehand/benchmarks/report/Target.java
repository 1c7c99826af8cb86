package io.beforehand.benchmarks.report;

/** Something that a run is held to, on a machine with two cores. */
public record Target(String wanted, String measured, Verdict verdict) {

    /** Whether it was kept. */
    public enum Verdict {
        KEPT,
        MISSED,
        /** The machine does not allow a judgement. */
        NOT_JUDGED;

        public static Verdict of(boolean kept) {
            return kept ? KEPT : MISSED;
        }
    }
}
