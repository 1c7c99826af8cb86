package io.beforehand.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * When an organisation works, as people write it down.
 *
 * <p>A date that is special has its own windows, whatever its weekday has and whether or not it is a holiday too; a
 * holiday has none; any other date has those of its weekday. What a window has past midnight counts to the date it falls on:
 * the night shift of Monday works until six on Tuesday unless Tuesday is a holiday or special, even when Monday is a holiday.
 *
 * @param weekly windows of each weekday, in order; days that are missing have none
 * @param special windows of single dates, in order; a date with no windows is closed
 */
public record OpeningHours(
        ZoneId zone, Map<DayOfWeek, List<Window>> weekly, Set<LocalDate> holidays, Map<LocalDate, List<Window>> special)
        implements Openings {

    /**
     * @throws NeverOpensException if there is no window at all
     * @throws IllegalArgumentException if windows of a day overlap
     */
    public OpeningHours {
        weekly = sorted(weekly);
        holidays = Collections.unmodifiableSet(new TreeSet<>(holidays));
        special = sorted(special);
        weekly.values().removeIf(List::isEmpty);
        weekly = Collections.unmodifiableMap(weekly);
        special = Collections.unmodifiableMap(special);
        if (weekly.isEmpty() && special.values().stream().allMatch(List::isEmpty)) {
            throw new NeverOpensException();
        }
    }

    /** The same by the clocks of another place. */
    public OpeningHours in(ZoneId place) {
        return new OpeningHours(place, weekly, holidays, special);
    }

    /** The same with more holidays. */
    public OpeningHours withHolidays(Collection<LocalDate> more) {
        Set<LocalDate> all = new TreeSet<>(holidays);
        all.addAll(more);
        return new OpeningHours(zone, weekly, all, special);
    }

    @Override
    public List<Interval> between(Instant from, Instant to) {
        return OpenTimes.between(this, from, to);
    }

    /** The windows that fall on a date, none of them past its midnight; in no order, and tails may lie over other windows. */
    List<Window> on(LocalDate date) {
        List<Window> windows = new ArrayList<>();
        List<Window> own = special.get(date);
        if (own == null && holidays.contains(date)) {
            return windows;
        }
        if (own == null) {
            heads(weekly(date)).forEach(windows::add);
            tails(weekly(date.minusDays(1))).forEach(windows::add);
        } else {
            heads(own).forEach(windows::add);
        }
        tails(special.getOrDefault(date.minusDays(1), List.of())).forEach(windows::add);
        return windows;
    }

    private List<Window> weekly(LocalDate date) {
        return weekly.getOrDefault(date.getDayOfWeek(), List.of());
    }

    private static Stream<Window> heads(Collection<Window> windows) {
        return windows.stream().map(Window::head);
    }

    private static Stream<Window> tails(Collection<Window> windows) {
        return windows.stream().filter(Window::crossesMidnight).map(Window::tail);
    }

    private static <K extends Comparable<? super K>> Map<K, List<Window>> sorted(Map<K, List<Window>> days) {
        Map<K, List<Window>> sorted = new TreeMap<>();
        days.forEach((day, windows) -> sorted.put(day, Window.inOrder(windows)));
        return sorted;
    }
}
