package io.beforehand.sla.report;

/** Numbers as they are told. */
final class Numbers {

    private static final double STEPS = 10_000;

    private Numbers() {}

    /** To four places. */
    static double rounded(double number) {
        return Math.round(number * STEPS) / STEPS;
    }

    static double seconds(double millis) {
        return Math.round(millis) / 1_000.0;
    }
}
