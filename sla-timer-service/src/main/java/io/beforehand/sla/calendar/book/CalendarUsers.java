package io.beforehand.sla.calendar.book;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** Knows who goes by calendars; asked before one is taken out of use. */
public interface CalendarUsers {

    /** What in force goes by that calendar, by id; until the session is over nothing else begins to. */
    Uni<List<String>> goingBy(Session session, String calendarId);
}
