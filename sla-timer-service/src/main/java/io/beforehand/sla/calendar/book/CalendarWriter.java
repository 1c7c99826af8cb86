package io.beforehand.sla.calendar.book;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beforehand.sla.calendar.DatedCalendar;
import io.beforehand.sla.calendar.Definition;
import io.beforehand.time.Combination.Rule;
import io.beforehand.time.OpeningHours;
import io.beforehand.time.Window;
import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a calendar in full and always alike: equal calendars, equal documents. */
final class CalendarWriter {

    /** Every minute of every week. */
    private static final OpeningHours ALL_HOURS = new OpeningHours(
            ZoneOffset.UTC,
            Arrays.stream(DayOfWeek.values())
                    .collect(Collectors.toMap(day -> day, _ -> List.of(Window.parse("00:00", "24:00")))),
            Set.of(),
            Map.of());

    private CalendarWriter() {}

    /** Everything but the version. */
    static ObjectNode write(DatedCalendar dated) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("id", dated.ref().id());
        if (!dated.effectiveFrom().equals(DatedCalendar.AT_ONCE)) {
            document.put("effectiveFrom", dated.effectiveFrom().toString());
        }
        write(dated.definition(), document);
        return document;
    }

    private static void write(Definition definition, ObjectNode to) {
        switch (definition) {
            case Definition.Always _ -> hours(ALL_HOURS, ALL_HOURS.zone().getId(), to);
            case Definition.Hours(OpeningHours hours) ->
                hours(hours, hours.zone().getId(), to);
            case Definition.CustomersHours(OpeningHours otherwise) -> {
                hours(otherwise, DefinitionReader.CUSTOMER, to);
                to.put("otherwise", otherwise.zone().getId());
            }
            case Definition.Combined(Rule rule, List<Definition> members) -> {
                ArrayNode written = to.putArray(rule == Rule.ALL_OF ? "allOf" : "anyOf");
                members.forEach(member -> member(member, written));
            }
            case Definition.Named(String id) -> throw new IllegalArgumentException("a name is no calendar: " + id);
        }
    }

    private static void member(Definition member, ArrayNode to) {
        if (member instanceof Definition.Named(String id)) {
            to.add(id);
        } else {
            write(member, to.addObject());
        }
    }

    private static void hours(OpeningHours hours, String zone, ObjectNode to) {
        to.put("zone", zone);
        ObjectNode weekly = to.putObject("weekly");
        hours.weekly().forEach((day, windows) -> weekly.set(DayReader.name(day), windows(windows)));
        ArrayNode holidays = to.putArray("holidays");
        hours.holidays().forEach(date -> holidays.add(date.toString()));
        ObjectNode special = to.putObject("special");
        hours.special().forEach((date, windows) -> special.set(date.toString(), windows(windows)));
    }

    private static ArrayNode windows(List<Window> windows) {
        ArrayNode written = JsonNodeFactory.instance.arrayNode();
        windows.forEach(window -> written.addArray().add(window.fromText()).add(window.toText()));
        return written;
    }
}
