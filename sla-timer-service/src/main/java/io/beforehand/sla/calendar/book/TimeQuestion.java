package io.beforehand.sla.calendar.book;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.sla.book.Fields;
import io.beforehand.sla.book.Problems;
import io.beforehand.sla.calendar.Combinations;
import io.beforehand.sla.calendar.Definition;
import io.beforehand.sla.calendar.PinnedCalendar;
import io.beforehand.time.BusinessCalendar;
import io.beforehand.time.Interval;
import io.beforehand.time.WithPauses;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

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
        all.add("timeZone");
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

    /**
     * The calendar without the pauses; refuses the question if anything so far is wrong with it.
     *
     * @param from where the question begins; a combination that comes with it must open at some time after that
     */
    BusinessCalendar calendar(Instant from) {
        ZoneId zone = fields.text("timeZone", Moments::zone);
        String customersZone = zone == null ? "" : zone.getId();
        JsonNode asked = fields.get("calendar");
        Supplier<BusinessCalendar> calendar =
                asked != null && asked.isObject() ? written(asked, from, customersZone) : kept(customersZone);
        List<Interval> pauses = pauses();
        problems.refuse();
        return new WithPauses(calendar.get(), Interval.union(pauses));
    }

    /** One that comes with the question, to be made if nothing is wrong with it. */
    private Supplier<BusinessCalendar> written(JsonNode asked, Instant from, String customersZone) {
        Fields within = new Fields(asked, "calendar", DefinitionReader.FIELDS, problems);
        Definition read = new DefinitionReader(problems, asOf.book()::knows).read(within);
        if (read != null && Combinations.tooMany(asOf.book(), read, asOf.now())) {
            problems.add("calendar", Flaws.TOO_MANY);
        }
        return () -> opening(Objects.requireNonNull(read), from, customersZone);
    }

    private BusinessCalendar opening(Definition definition, Instant from, String customersZone) {
        BusinessCalendar calendar = asOf.book().calendar(definition, asOf.now(), customersZone);
        if (definition instanceof Definition.Combined && !calendar.opensFrom(from)) {
            throw new ProblemException(ErrorCode.CALENDAR_NEVER_OPENS);
        }
        return calendar;
    }

    private Supplier<BusinessCalendar> kept(String customersZone) {
        return required("calendar", id -> kept(id, customersZone), PinnedCalendar.ALWAYS)::calendar;
    }

    private PinnedCalendar kept(String id, String customersZone) {
        return asOf.book()
                .inForce(id, asOf.now(), customersZone)
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
