package io.beforehand.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Opening hours that nobody would think of, in places and weeks in which clocks do odd things. */
final class RandomHours {

    /** How many days from a beginning on have holidays and special days. */
    static final int DAYS = 40;

    /** Half-hour changes, changes at midnight, offsets of quarters, skipped days, and no change at all. */
    private static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "America/Santiago",
            "America/Havana",
            "Asia/Tehran",
            "Asia/Kathmandu",
            "Pacific/Apia",
            "Pacific/Kwajalein",
            "Africa/Casablanca",
            "Asia/Shanghai",
            "UTC");

    /**
     * Days before changes of clocks in those zones, before the days that Kwajalein and Samoa skipped, before a leap day and the
     * end of a year, before the end of a stretch, and one of no importance.
     */
    private static final List<LocalDate> BEGINNINGS = List.of(
            LocalDate.parse("2026-03-05"),
            LocalDate.parse("2026-10-18"),
            LocalDate.parse("2026-03-28"),
            LocalDate.parse("2026-08-20"),
            LocalDate.parse("2015-09-10"),
            LocalDate.parse("2011-12-10"),
            LocalDate.parse("1993-08-01"),
            LocalDate.parse("2028-02-10"),
            LocalDate.parse("2025-12-10"),
            LocalDate.ofInstant(Stretch.begin(53), ZoneId.of("UTC")).minusDays(20),
            LocalDate.parse("2027-06-01"));

    private RandomHours() {}

    static LocalDate beginning(SplittableRandom random) {
        return pick(random, BEGINNINGS);
    }

    static OpeningHours from(SplittableRandom random, LocalDate first) {
        Map<DayOfWeek, List<Window>> weekly = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            weekly.put(day, randomWindows(random));
        }
        weekly.put(DayOfWeek.WEDNESDAY, List.of(Window.parse("09:00", "17:00")));
        Set<LocalDate> holidays = new HashSet<>();
        Map<LocalDate, List<Window>> special = new HashMap<>();
        for (int day = -1; day <= DAYS; day++) {
            if (random.nextInt(8) == 0) {
                holidays.add(first.plusDays(day));
            }
            if (random.nextInt(8) == 0) {
                special.put(first.plusDays(day), randomWindows(random));
            }
        }
        return new OpeningHours(ZoneId.of(pick(random, ZONES)), weekly, holidays, special);
    }

    /** Up to three, often in the small hours; the last one may cross midnight. */
    private static List<Window> randomWindows(SplittableRandom random) {
        List<Window> windows = new ArrayList<>();
        if (random.nextInt(10) == 0) {
            return List.of(new Window(0, Window.MIDNIGHT));
        }
        int at = 0;
        for (int i = random.nextInt(4); i > 0; i--) {
            int from = at + random.nextInt(180);
            int to = from + random.nextInt(1, 400);
            if (to <= Window.MIDNIGHT && from < Window.MIDNIGHT) {
                windows.add(new Window(from, to));
                at = to;
            }
        }
        if (random.nextInt(3) == 0 && at < Window.MIDNIGHT - 2) {
            int from = random.nextInt(Math.max(at, 2), Window.MIDNIGHT);
            windows.add(new Window(from, random.nextInt(1, Math.max(at, 2))));
        }
        return windows;
    }

    private static <T> T pick(SplittableRandom random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
