package io.beforehand.sla.calendar;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Calendars that were made before. They are kept because each knows by heart what it was asked before; those that nobody asked
 * for longest are forgotten, so that customers in many places cannot fill the memory.
 */
final class Resolved {

    private static final int KEPT = 500;

    private final Map<CalendarRef, PinnedCalendar> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CalendarRef, PinnedCalendar> eldest) {
            return size() > KEPT;
        }
    };

    synchronized PinnedCalendar get(CalendarRef ref, Function<CalendarRef, PinnedCalendar> maker) {
        PinnedCalendar known = kept.get(ref);
        if (known != null) {
            return known;
        }
        PinnedCalendar made = maker.apply(ref);
        kept.put(ref, made);
        return made;
    }
}
