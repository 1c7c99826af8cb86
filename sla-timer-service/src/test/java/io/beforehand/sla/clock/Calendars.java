package io.beforehand.sla.clock;

import io.beforehand.events.RequestStatus;
import io.beforehand.sla.calendar.PinnedCalendar;
import io.beforehand.sla.policy.Policies;
import io.beforehand.sla.policy.Policy;
import io.beforehand.time.OpeningHours;
import io.beforehand.time.Window;
import io.beforehand.time.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Calendars for stories, and policies that go by them. */
final class Calendars {

    /** Every day from nine to ten and from ten past ten to eleven. */
    static final PinnedCalendar OFFICE = daily(List.of(Window.parse("09:00", "10:00"), Window.parse("10:10", "11:00")));

    /** Round the clock, but for the last five minutes of each half hour. */
    static final PinnedCalendar BREAKS = daily(IntStream.range(0, 48)
            .mapToObj(half -> new Window(half * 30, half * 30 + 25))
            .toList());

    private Calendars() {}

    /** One window in all time. */
    static PinnedCalendar only(LocalDate date, String from, String to) {
        return calendar(Map.of(), Map.of(date, List.of(Window.parse(from, to))));
    }

    static Policy under(Policy policy, PinnedCalendar calendar) {
        return Policies.like(policy).by(calendar).make();
    }

    /** The same promise, paused for so many working minutes at the most. */
    static Policy pausedAtMost(int minutes, Policy policy) {
        return Policies.like(policy).pauseAtMost(Duration.ofMinutes(minutes)).make();
    }

    static Policy pausingOn(Policy policy, RequestStatus status) {
        return Policies.like(policy).pauseOn(status).make();
    }

    private static PinnedCalendar daily(List<Window> windows) {
        return calendar(
                Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(day -> day, _ -> windows)), Map.of());
    }

    private static PinnedCalendar calendar(Map<DayOfWeek, List<Window>> weekly, Map<LocalDate, List<Window>> special) {
        return new PinnedCalendar(
                "office", 1, new WorkingCalendar(new OpeningHours(ZoneOffset.UTC, weekly, Set.of(), special)));
    }
}
