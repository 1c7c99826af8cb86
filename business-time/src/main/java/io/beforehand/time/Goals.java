package io.beforehand.time;

import java.time.Duration;

/** What every calendar asks of a goal. */
final class Goals {

    private Goals() {}

    static void check(Duration goal) {
        if (goal.isNegative()) {
            throw new IllegalArgumentException("goal must not be negative: " + goal);
        }
        if (goal.compareTo(BusinessCalendar.LONGEST_AHEAD) > 0) {
            throw new DueTooFarException();
        }
    }
}
