package io.beforehand.notification.language;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Spans and moments in words. Always rounded to the far side, so that what is said is never sooner than what is meant.
 *
 * @param zone the zone in which moments are told; it is named each time, for the reader may live elsewhere
 */
public record Phrases(Language language, ZoneId zone) {

    private static final Duration SPAN_LIMIT = Duration.ofHours(24);

    /**
     * By when, seen from {@code now}: as a span while it is short and round, "within 4 hours", else as a moment, "by 14:30
     * on 23 November 2026 (UTC+08:00)".
     */
    public String by(Instant due, Instant now) {
        Duration left = Duration.between(now, due);
        long minutes = minutesUp(left);
        boolean round = minutes <= 120 || minutes % 60 == 0;
        return left.compareTo(SPAN_LIMIT) <= 0 && round
                ? switch (language) {
                    case SIMPLIFIED_CHINESE -> span(left) + "内";
                    case TRADITIONAL_CHINESE -> span(left) + "內";
                    case ENGLISH -> "within " + span(left);
                }
                : switch (language) {
                    case SIMPLIFIED_CHINESE, TRADITIONAL_CHINESE -> moment(due) + "前";
                    case ENGLISH -> "by " + moment(due);
                };
    }

    /** A span in minutes, or in hours or days where it comes out even. */
    public String span(Duration span) {
        long minutes = minutesUp(span);
        if (minutes % 60 != 0) {
            return counted(minutes, "分钟", "分鐘", "minute");
        }
        long hours = minutes / 60;
        return hours % 24 == 0 && hours > 24
                ? counted(hours / 24, "天", "天", "day")
                : counted(hours, "小时", "小時", "hour");
    }

    /** A moment to the minute, with its zone's distance from UTC. */
    public String moment(Instant moment) {
        return format(moment.plusMillis(59_999), "HH:mm");
    }

    /** A moment to the second, with its zone's distance from UTC. */
    public String exactly(Instant moment) {
        return format(moment, "HH:mm:ss");
    }

    private String format(Instant moment, String time) {
        String pattern =
                switch (language) {
                    case SIMPLIFIED_CHINESE, TRADITIONAL_CHINESE -> "yyyy年M月d日 " + time + " (OOOO)";
                    case ENGLISH -> time + " 'on' d MMMM yyyy (OOOO)";
                };
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                .format(moment.atZone(zone))
                .replace("GMT", "UTC");
    }

    private String counted(long count, String simplified, String traditional, String english) {
        return switch (language) {
            case SIMPLIFIED_CHINESE -> count + " " + simplified;
            case TRADITIONAL_CHINESE -> count + " " + traditional;
            case ENGLISH -> count + " " + english + (count == 1 ? "" : "s");
        };
    }

    private static long minutesUp(Duration span) {
        return Math.max(1, Math.ceilDiv(span.toMillis(), 60_000));
    }
}
