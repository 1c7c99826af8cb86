package io.beforehand.sla.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/** By what verdicts can be grouped: what their clock and request were, or the period in which they were decided. */
enum Dimension {
    METRIC,
    CHANNEL,
    POLICY,
    TEAM,
    AGENT,
    PRIORITY,
    HOUR("yyyy-MM-dd'T'HH:mmxxx"),
    DAY("yyyy-MM-dd"),
    WEEK("YYYY-'W'ww"),
    MONTH("yyyy-MM");

    private final String pattern;

    Dimension() {
        this("");
    }

    /** @param pattern by which periods are named */
    Dimension(String pattern) {
        this.pattern = pattern;
    }

    /** The name in questions and answers. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isPeriod() {
        return !pattern.isEmpty();
    }

    /** The period that begins at that moment: {@code 2026-10-01T09:00+02:00}, {@code 2026-10-01}, {@code 2026-W40}, {@code 2026-10}. */
    String period(Instant begin, ZoneId zone) {
        return DateTimeFormatter.ofPattern(pattern, Locale.GERMANY).format(begin.atZone(zone));
    }

    /** @throws IllegalArgumentException saying which there are */
    static Dimension of(String wireName) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be among "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(Dimension::wireName).toList())));
    }
}
