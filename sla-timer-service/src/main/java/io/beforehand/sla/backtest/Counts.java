package io.beforehand.sla.backtest;

/**
 * How many clocks of one metric came to what.
 *
 * @param clocks all of them
 * @param warned those with at least one warning
 * @param open those still running or paused
 */
public record Counts(long clocks, long warned, long met, long breached, long cancelled, long open) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    Counts and(Verdict verdict) {
        return new Counts(
                clocks + 1,
                warned + (verdict.warnings() > 0 ? 1 : 0),
                met + one(verdict, "met"),
                breached + one(verdict, "breached"),
                cancelled + one(verdict, "cancelled"),
                open + one(verdict, "running") + one(verdict, "paused"));
    }

    private static int one(Verdict verdict, String state) {
        return verdict.state().equals(state) ? 1 : 0;
    }
}
