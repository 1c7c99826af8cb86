package io.beforehand.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The slow way to know working time: mark every open minute and count. Written from the rules, not from the calendar. */
final class MinuteByMinute {

    private MinuteByMinute() {}

    /** The minutes since {@code begin} that are open. */
    static BitSet open(OpeningHours hours, Instant begin, int minutes) {
        BitSet open = new BitSet(minutes);
        LocalDate first = LocalDate.ofInstant(begin, ZoneOffset.UTC);
        for (int day = -3; day <= minutes / Window.MIDNIGHT + 3; day++) {
            LocalDate date = first.plusDays(day);
            LocalDateTime midnight = date.atStartOfDay();
            for (Window window : started(hours, date)) {
                int to = window.to() > window.from() ? window.to() : 24 * 60;
                mark(open, begin, minutes, hours, midnight.plusMinutes(window.from()), midnight.plusMinutes(to));
            }
            for (Window window : tails(hours, date)) {
                mark(open, begin, minutes, hours, midnight, midnight.plusMinutes(window.to()));
            }
        }
        return open;
    }

    static int elapsed(BitSet open, int from, int to) {
        return from < to ? open.get(from, to).cardinality() : 0;
    }

    /** The minute at which it is due; more than there are when it is later than that. */
    static int due(BitSet open, int from, int goal) {
        int minute = open.nextSetBit(from);
        int at = goal == 0 ? minute : from;
        for (int left = goal; left > 0 && minute >= 0; left--) {
            at = minute + 1;
            minute = open.nextSetBit(at);
            if (minute < 0 && left > 1) {
                return Integer.MAX_VALUE;
            }
        }
        return at < 0 || (goal > 0 && at == from) ? Integer.MAX_VALUE : at;
    }

    /** What begins on a date. */
    private static List<Window> started(OpeningHours hours, LocalDate date) {
        if (hours.special().containsKey(date)) {
            return hours.special().get(date);
        }
        return hours.holidays().contains(date)
                ? List.of()
                : hours.weekly().getOrDefault(date.getDayOfWeek(), List.of());
    }

    /** What goes on from the date before: a special day's shift unless this is a holiday, a weekday's unless this is either. */
    private static List<Window> tails(OpeningHours hours, LocalDate date) {
        boolean special = hours.special().containsKey(date);
        boolean closed = hours.holidays().contains(date) && !special;
        LocalDate yesterday = date.minusDays(1);
        List<Window> all = new ArrayList<>();
        if (!closed) {
            all.addAll(hours.special().getOrDefault(yesterday, List.of()));
        }
        if (!closed && !special) {
            all.addAll(hours.weekly().getOrDefault(yesterday.getDayOfWeek(), List.of()));
        }
        return all.stream().filter(window -> window.to() < window.from()).toList();
    }

    private static void mark(
            BitSet open, Instant begin, int minutes, OpeningHours hours, LocalDateTime from, LocalDateTime to) {
        ZoneRules rules = hours.zone().getRules();
        long first = Duration.between(begin, resolve(rules, from)).toMinutes();
        long end = Duration.between(begin, resolve(rules, to)).toMinutes();
        for (long minute = Math.max(first, 0); minute < Math.min(end, minutes); minute++) {
            open.set((int) minute);
        }
    }

    private static Instant resolve(ZoneRules rules, LocalDateTime local) {
        ZoneOffsetTransition change = rules.getTransition(local);
        return local.toInstant(change == null ? rules.getOffset(local) : change.getOffsetBefore());
    }
}
