package io.beforehand.benchmarks.calendar;

import java.time.Duration;

/** How far off it is due: the working time that passes meanwhile at 35 hours a week. */
public enum Distance {
    HOUR("1 h", 1),
    DAY("1 day", 7),
    MONTH("30 days", 147),
    YEAR("1 year", 1_750),
    NINE_YEARS("9 years", 15_750);

    private final String title;
    private final Duration goal;

    Distance(String title, int hours) {
        this.title = title;
        this.goal = Duration.ofHours(hours);
    }

    String title() {
        return title;
    }

    Duration goal() {
        return goal;
    }
}
