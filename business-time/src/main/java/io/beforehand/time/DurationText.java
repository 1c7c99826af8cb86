package io.beforehand.time;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as people write them in policies: ISO 8601 ({@code PT1H}), or a number and a unit: {@code 500ms}, {@code 90s},
 * {@code 15m}, {@code 4h}, {@code 1d}. A day is 24 hours of whatever time is measured.
 */
public final class DurationText {

    private static final Pattern SHORT = Pattern.compile("(\\d{1,12})(ms|s|m|h|d)");

    private DurationText() {}

    /** @throws IllegalArgumentException saying what is accepted */
    public static Duration parse(String text) {
        Matcher matcher = SHORT.matcher(text);
        try {
            return matcher.matches()
                    ? ofUnit(Long.parseLong(matcher.group(1)), matcher.group(2))
                    : Duration.parse(text);
        } catch (DateTimeException | ArithmeticException _) {
            throw new IllegalArgumentException("must be a duration such as PT1H, 90s, 15m, 4h or 1d");
        }
    }

    /** The shortest form that says the same: {@code 4h}, not {@code PT4H} or {@code 240m}. */
    public static String print(Duration duration) {
        long millis = duration.toMillis();
        if (!duration.equals(Duration.ofMillis(millis)) || millis <= 0) {
            return duration.toString();
        }
        for (String unit : new String[] {"d", "h", "m", "s"}) {
            long size = ofUnit(1, unit).toMillis();
            if (millis % size == 0) {
                return millis / size + unit;
            }
        }
        return millis + "ms";
    }

    private static Duration ofUnit(long number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
