package io.beforehand.benchmarks.load;

import java.util.OptionalDouble;

/** Looks for the highest rate that the system keeps up with: upwards by half, then between the best and the first that was too much. */
public final class RateSearch {
    private static final double GROWTH = 1.5;
    private static final double CLOSE_ENOUGH = 1.1;

    private double next;
    private double best;
    private double tooMuch = Double.POSITIVE_INFINITY;
    private int triesLeft;

    /** @param first the rate to begin with, above 0 */
    public RateSearch(double first, int tries) {
        this.next = first;
        this.triesLeft = tries;
    }

    /** The rate to try now; empty when the answer is known well enough. */
    public OptionalDouble next() {
        boolean known = triesLeft == 0 || tooMuch / best < CLOSE_ENOUGH;
        return known ? OptionalDouble.empty() : OptionalDouble.of(next);
    }

    /** What became of {@link #next()}. */
    public void tried(boolean keptUp) {
        triesLeft--;
        if (keptUp) {
            best = next;
        } else {
            tooMuch = next;
        }
        if (Double.isInfinite(tooMuch)) {
            next = best * GROWTH;
        } else {
            next = best == 0 ? tooMuch / GROWTH : Math.sqrt(best * tooMuch);
        }
    }

    /** The highest rate that was kept up with; 0 when none was. */
    public double best() {
        return best;
    }
}
