package io.beforehand.sla.calendar;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a version of a calendar leaves open, settled: which versions of the calendars that it names, and in whose zone. Together
 * with the version it says for ever when the calendar is open.
 *
 * @param members versions by id, of every calendar that is named in it, by itself or by way of another
 * @param zone the customer's; empty when it goes by none, or none is known
 */
public record CalendarParts(Map<String, Integer> members, String zone) {

    /** Of a calendar that leaves nothing open. */
    public static final CalendarParts NONE = new CalendarParts(Map.of(), "");

    public CalendarParts {
        members = Collections.unmodifiableMap(new TreeMap<>(members));
    }

    CalendarParts in(String customersZone) {
        return new CalendarParts(members, customersZone);
    }
}
