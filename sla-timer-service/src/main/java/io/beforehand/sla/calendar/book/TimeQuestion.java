package io.beforehand.sla.calendar.book;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.sla.book.Fields;
import io.beforehand.sla.book.Problems;
import io.beforehand.sla.calendar.PinnedCalendar;
import io.beforehand.time.AlwaysOpen;
import io.beforehand.time.BusinessCalendar;
import io.beforehand.time.Interval;
import io.beforehand.time.OpeningHours;
import io.beforehand.time.WithPauses;
import io.beforehand.time.WorkingCalendar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What every question about working time says: by which calendar, and without which pauses. */
final class TimeQuestion {

    private static final int MOST_PAUSES = 1000;

    private final Problems problems = new Problems();
    private final Fields fields;
    private final CalendarShelf.AsOf asOf;

    /** @param more the fields that it has besides */
    TimeQuestion(JsonNode body, Set<String> more, CalendarShelf.AsOf asOf) {
        Set<String> all = new HashSet<>(more);
        all.add("calendar");
        all.add("pauses");
        this.fields = new Fields(body, "", all, problems);
        if (!body.isObject()) {
            problems.refuse();
        }
        this.asOf = asOf;
    }

    /**
     * A field that must be there.
     *
     * @param instead what to go on with until the question is refused
     */
    <T> T required(String name, Function<String, T> meaning, T instead) {
        if (fields.get(name) == null) {
            problems.add(name, "must be there");
        }
        T value = fields.text(name, meaning);
        return value == null ? instead : value;
    }

    void refuse(String field, String reason) {
        problems.add(field, reason);
        problems.refuse();
    }

    /** The calendar without the pauses; refuses the question if anything so far is wrong with it. */
    BusinessCalendar calendar() {
        BusinessCalendar calendar = written();
        List<Interval> pauses = pauses();
        problems.refuse();
        return new WithPauses(calendar, Interval.union(pauses));
    }

    private BusinessCalendar written() {
        JsonNode calendar = fields.get("calendar");
        if (calendar != null && calendar.isObject()) {
            OpeningHours hours =
                    CalendarReader.hours(new Fields(calendar, "calendar", CalendarReader.HOURS, problems), problems);
            return hours == null ? new AlwaysOpen() : new WorkingCalendar(hours);
        }
        return required("calendar", this::named, PinnedCalendar.ALWAYS).calendar();
    }

    private PinnedCalendar named(String id) {
        return asOf.book()
                .inForce(id, asOf.now())
                .orElseThrow(() -> new IllegalArgumentException("must be a calendar or the id of one"));
    }

    /** Pauses in any order; they may overlap, and one of no length is none. */
    private List<Interval> pauses() {
        List<Interval> pauses = new ArrayList<>();
        JsonNode written = fields.get("pauses");
        if (written == null) {
            return pauses;
        }
        if (!written.isArray() || written.size() > MOST_PAUSES) {
            problems.add("pauses", "must be a list of at most " + MOST_PAUSES + " pairs of times");
            return pauses;
        }
        for (int i = 0; i < written.size(); i++) {
            JsonNode pair = written.get(i);
            List<Interval> pause = problems.attempt("pauses[" + i + "]", () -> pause(pair));
            pauses.addAll(pause == null ? List.of() : pause);
        }
        return pauses;
    }

    private static List<Interval> pause(JsonNode pair) {
        if (pair.size() != 2 || !pair.path(0).isTextual() || !pair.path(1).isTextual()) {
            throw new IllegalArgumentException("must be two times, from and to");
        }
        var from = Moments.parse(pair.get(0).textValue());
        var to = Moments.parse(pair.get(1).textValue());
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("must not end before it begins");
        }
        return from.equals(to) ? List.of() : List.of(new Interval(from, to));
    }
}
