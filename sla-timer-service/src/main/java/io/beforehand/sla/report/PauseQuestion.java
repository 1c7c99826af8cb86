package io.beforehand.sla.report;

import java.time.Instant;
import java.util.Set;

/**
 * Which pauses look as if they were made to save a deadline.
 *
 * @param period in which they began
 * @param withinPercent of the goal that was left at the most when they began
 */
record PauseQuestion(Period period, int withinPercent) {

    static final Set<String> PARAMETERS = Set.of("from", "to", "zone", "within");

    private static final int USUAL_PERCENT = 10;

    /** @throws io.beforehand.http.problem.ProblemException {@code invalid-field} with all that does not fit */
    static PauseQuestion of(Parameters parameters, Instant now) {
        Period period = Period.of(parameters, now);
        int within = parameters.read("within", PauseQuestion::percent).orElse(USUAL_PERCENT);
        parameters.refuse();
        return new PauseQuestion(period, within);
    }

    private static int percent(String text) {
        if (!text.matches("[1-9]\\d?%")) {
            throw new IllegalArgumentException("must be a share between 1% and 99%");
        }
        return Integer.parseInt(text.substring(0, text.length() - 1));
    }
}
