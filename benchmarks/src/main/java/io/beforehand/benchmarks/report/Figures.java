package io.beforehand.benchmarks.report;

import java.util.Locale;

/** Figures as people read them. */
public final class Figures {

    private Figures() {}

    /** Three digits say enough; {@code ?} where there is no figure. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "?";
        }
        double size = Math.abs(value);
        String format = size >= 10_000 ? "%,.0f" : size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
