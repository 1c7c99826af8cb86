package io.beforehand.sla.calendar;

import io.beforehand.time.Combination.Rule;
import io.beforehand.time.OpeningHours;
import io.beforehand.time.Window;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Definitions for tests. */
final class Definitions {

    private Definitions() {}

    static Definition daily(String zone, String from, String to) {
        return new Definition.Hours(hours(zone, from, to));
    }

    /** In the customer's zone, or in Berlin. */
    static Definition customersDaily(String from, String to) {
        return new Definition.CustomersHours(hours("Europe/Berlin", from, to));
    }

    static Definition allOf(Object... members) {
        return combined(Rule.ALL_OF, members);
    }

    static Definition anyOf(Object... members) {
        return combined(Rule.ANY_OF, members);
    }

    static DatedCalendar version(String id, int version, Definition definition) {
        return new DatedCalendar(new CalendarRef(id, version), definition, DatedCalendar.AT_ONCE);
    }

    /** @param members ids or definitions */
    private static Definition combined(Rule rule, Object... members) {
        return new Definition.Combined(
                rule,
                Arrays.stream(members)
                        .map(member -> member instanceof Definition definition
                                ? definition
                                : new Definition.Named(member.toString()))
                        .toList());
    }

    private static OpeningHours hours(String zone, String from, String to) {
        List<Window> windows = List.of(Window.parse(from, to));
        return new OpeningHours(
                ZoneId.of(zone),
                Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(day -> day, _ -> windows)),
                Set.of(),
                Map.of());
    }
}
