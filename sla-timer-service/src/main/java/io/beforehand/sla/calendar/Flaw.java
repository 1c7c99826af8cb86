package io.beforehand.sla.calendar;

import java.util.List;

/** Why calendars that name each other cannot be worked by. */
public sealed interface Flaw {

    /** @param ids from a calendar to itself */
    record Circle(List<String> ids) implements Flaw {

        public Circle {
            ids = List.copyOf(ids);
        }
    }

    /** @param id a combination of more hours than are taken */
    record TooMany(String id) implements Flaw {}

    /** @param id a combination that does not open within ten years from a moment at which it counts */
    record NeverOpens(String id) implements Flaw {}
}
