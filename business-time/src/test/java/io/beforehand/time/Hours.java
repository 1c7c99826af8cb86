package io.beforehand.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Opening hours for tests, put together step by step: {@code hours("Europe/Berlin").weekdays("09:00-17:00")}. */
final class Hours {

    private final ZoneId zone;
    private final Map<DayOfWeek, List<Window>> weekly = new HashMap<>();
    private final Set<LocalDate> holidays = new HashSet<>();
    private final Map<LocalDate, List<Window>> special = new HashMap<>();

    private Hours(String zone) {
        this.zone = ZoneId.of(zone);
    }

    static Hours hours(String zone) {
        return new Hours(zone);
    }

    Hours weekdays(String... windows) {
        return on(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), windows);
    }

    Hours daily(String... windows) {
        return on(EnumSet.allOf(DayOfWeek.class), windows);
    }

    Hours on(Set<DayOfWeek> days, String... windows) {
        days.forEach(day -> weekly.put(day, windows(windows)));
        return this;
    }

    Hours holiday(String date) {
        holidays.add(LocalDate.parse(date));
        return this;
    }

    Hours special(String date, String... windows) {
        special.put(LocalDate.parse(date), windows(windows));
        return this;
    }

    OpeningHours written() {
        return new OpeningHours(zone, weekly, holidays, special);
    }

    BusinessCalendar calendar() {
        return new WorkingCalendar(written());
    }

    private static List<Window> windows(String... windows) {
        return Arrays.stream(windows)
                .map(text -> Window.parse(text.substring(0, 5), text.substring(6)))
                .toList();
    }
}
