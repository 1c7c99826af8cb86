package io.beforehand.benchmarks.calendar;

import io.beforehand.time.OpeningHours;
import io.beforehand.time.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The hours that everybody is asked about: nine to five on weekdays with an hour for lunch, and ten holidays a year. */
final class Office {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final LocalTime OPENS = LocalTime.of(9, 0);
    static final LocalTime LUNCH = LocalTime.of(12, 0);
    static final LocalTime LUNCH_ENDS = LocalTime.of(13, 0);
    static final LocalTime CLOSES = LocalTime.of(17, 0);
    static final Set<DayOfWeek> DAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private static final List<MonthDay> EVERY_YEAR = List.of(
            MonthDay.of(1, 1),
            MonthDay.of(1, 6),
            MonthDay.of(4, 3),
            MonthDay.of(4, 6),
            MonthDay.of(5, 1),
            MonthDay.of(8, 15),
            MonthDay.of(10, 3),
            MonthDay.of(11, 1),
            MonthDay.of(12, 25),
            MonthDay.of(12, 26));

    static final Set<LocalDate> HOLIDAYS = holidays();

    private Office() {}

    static OpeningHours hours() {
        return hours(ZONE);
    }

    /** The same in another place. */
    static OpeningHours hours(ZoneId zone) {
        return hours(zone, window(OPENS, LUNCH), window(LUNCH_ENDS, CLOSES));
    }

    /** Other windows on the same days. */
    static OpeningHours hours(ZoneId zone, Window... daily) {
        List<Window> windows = List.of(daily);
        Map<DayOfWeek, List<Window>> weekly =
                DAYS.stream().collect(Collectors.toMap(Function.identity(), _ -> windows));
        return new OpeningHours(zone, weekly, HOLIDAYS, Map.of());
    }

    static Window window(LocalTime from, LocalTime to) {
        return Window.parse(from.toString(), to.toString());
    }

    private static Set<LocalDate> holidays() {
        return IntStream.rangeClosed(2020, 2040)
                .boxed()
                .flatMap(year -> EVERY_YEAR.stream().map(day -> day.atYear(year)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
