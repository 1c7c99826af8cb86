package io.beforehand.sla.calendar.book;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beforehand.sla.calendar.DatedCalendar;
import io.beforehand.time.BusinessCalendar;
import io.beforehand.time.OpeningHours;
import io.beforehand.time.Window;
import io.beforehand.time.WorkingCalendar;
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
        document.put("id", dated.calendar().id());
        if (!dated.effectiveFrom().equals(DatedCalendar.AT_ONCE)) {
            document.put("effectiveFrom", dated.effectiveFrom().toString());
        }
        OpeningHours hours = hours(dated.calendar().calendar());
        document.put("zone", hours.zone().getId());
        ObjectNode weekly = document.putObject("weekly");
        hours.weekly().forEach((day, windows) -> weekly.set(DayReader.name(day), windows(windows)));
        ArrayNode holidays = document.putArray("holidays");
        hours.holidays().forEach(date -> holidays.add(date.toString()));
        ObjectNode special = document.putObject("special");
        hours.special().forEach((date, windows) -> special.set(date.toString(), windows(windows)));
        return document;
    }

    private static OpeningHours hours(BusinessCalendar calendar) {
        return calendar instanceof WorkingCalendar working ? working.hours() : ALL_HOURS;
    }

    private static ArrayNode windows(List<Window> windows) {
        ArrayNode written = JsonNodeFactory.instance.arrayNode();
        windows.forEach(window -> written.addArray().add(window.fromText()).add(window.toText()));
        return written;
    }
}
