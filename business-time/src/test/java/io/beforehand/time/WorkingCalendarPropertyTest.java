package io.beforehand.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random opening hours against {@link MinuteByMinute}, over weeks around changes of clocks and ends of stretches. */
class WorkingCalendarPropertyTest {

    private static final int DAYS = 40;
    private static final int MINUTES = DAYS * Window.MIDNIGHT;

    /** Half-hour changes, changes at midnight, offsets of quarters, a skipped day, and no change at all. */
    private static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "America/Santiago",
            "America/Havana",
            "Asia/Tehran",
            "Asia/Kathmandu",
            "Pacific/Apia",
            "Africa/Casablanca",
            "Asia/Shanghai",
            "UTC");

    /** Days before changes of clocks in those zones, before the end of a stretch, and one of no importance. */
    private static final List<LocalDate> BEGINNINGS = List.of(
            LocalDate.parse("2026-03-05"),
            LocalDate.parse("2026-10-18"),
            LocalDate.parse("2026-03-28"),
            LocalDate.parse("2026-08-20"),
            LocalDate.parse("2015-09-10"),
            LocalDate.parse("2011-12-10"),
            LocalDate.ofInstant(Stretch.begin(53), ZoneId.of("UTC")).minusDays(20),
            LocalDate.parse("2027-06-01"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
    void agreesWithCountingMinuteByMinute(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 40; round++) {
            // Given
            LocalDate first = pick(random, BEGINNINGS);
            OpeningHours hours = randomHours(random, first);
            Instant begin = first.atStartOfDay(ZoneId.of("UTC")).toInstant();
            BitSet open = MinuteByMinute.open(hours, begin, MINUTES);
            List<Interval> pauses = randomPauses(random, begin, open);
            BusinessCalendar calendar = new WithPauses(new WorkingCalendar(hours), pauses);

            for (int question = 0; question < 25; question++) {
                int from = random.nextInt(MINUTES);
                int to = random.nextInt(MINUTES);
                int goal = random.nextInt(5) == 0 ? 0 : random.nextInt(6000);

                // When
                Duration elapsed = calendar.elapsed(minute(begin, from), minute(begin, to));
                Instant due = calendar.due(minute(begin, from), Duration.ofMinutes(goal));

                // Then
                assertThat(elapsed)
                        .as("from %s to %s in %s without %s", from, to, hours, pauses)
                        .isEqualTo(Duration.ofMinutes(MinuteByMinute.elapsed(open, from, to)));
                int counted = MinuteByMinute.due(open, from, goal);
                if (counted <= MINUTES) {
                    assertThat(due)
                            .as("%s minutes from %s in %s without %s", goal, from, hours, pauses)
                            .isEqualTo(minute(begin, counted));
                } else {
                    assertThat(due).isAfterOrEqualTo(minute(begin, MINUTES));
                }
                assertThat(calendar.elapsed(minute(begin, from), due)).isEqualTo(Duration.ofMinutes(goal));
            }
        }
    }

    private static OpeningHours randomHours(SplittableRandom random, LocalDate first) {
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

    private static List<Interval> randomPauses(SplittableRandom random, Instant begin, BitSet open) {
        List<Interval> pauses = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            int from = random.nextInt(MINUTES - 4000);
            int to = from + random.nextInt(1, 4000);
            pauses.add(new Interval(minute(begin, from), minute(begin, to)));
            open.clear(from, to);
        }
        return Interval.union(pauses);
    }

    private static <T> T pick(SplittableRandom random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static Instant minute(Instant begin, long minute) {
        return begin.plus(Duration.ofMinutes(minute));
    }
}
