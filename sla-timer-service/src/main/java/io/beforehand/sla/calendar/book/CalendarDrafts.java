package io.beforehand.sla.calendar.book;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.sla.calendar.CalendarBook;
import io.beforehand.sla.calendar.CalendarRef;
import io.beforehand.sla.calendar.Combinations;
import io.beforehand.sla.calendar.DatedCalendar;
import io.beforehand.sla.calendar.book.CalendarShelf.AsOf;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads calendars that are not in force yet, and checks that they could be. */
@ApplicationScoped
public class CalendarDrafts {

    private final CalendarShelf shelf;

    CalendarDrafts(CalendarShelf shelf) {
        this.shelf = shelf;
    }

    /**
     * The calendars as they would be with this one among them.
     *
     * @return fails with {@link ProblemException} {@code invalid-field} or {@code calendar-never-opens}
     */
    public Uni<AsOf> read(String id, JsonNode document) {
        return shelf.asOfNow()
                .map(asOf -> new AsOf(
                        asOf.book().drafted(id, read(id, document, asOf).definition()), asOf.now()));
    }

    /**
     * The calendar under version 0.
     *
     * @throws ProblemException {@code invalid-field} or {@code calendar-never-opens}
     */
    public static DatedCalendar read(String id, JsonNode document, AsOf asOf) {
        DatedCalendar draft = CalendarReader.read(new CalendarRef(id, 0), document, asOf.book()::knows);
        CalendarBook book = asOf.book().drafted(id, draft.definition());
        Combinations.flaw(book, id, asOf.now()).ifPresent(flaw -> {
            throw Flaws.refusal(flaw, draft);
        });
        return draft;
    }
}
