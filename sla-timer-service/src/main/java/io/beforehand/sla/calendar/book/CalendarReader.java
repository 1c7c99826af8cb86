package io.beforehand.sla.calendar.book;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.sla.book.Fields;
import io.beforehand.sla.book.Problems;
import io.beforehand.sla.calendar.CalendarRef;
import io.beforehand.sla.calendar.DatedCalendar;
import io.beforehand.sla.calendar.Definition;
import io.beforehand.sla.calendar.PinnedCalendar;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Reads a calendar as people write it. */
final class CalendarReader {

    private static final Set<String> FIELDS = with("id", "version", "retired", "effectiveFrom");

    private CalendarReader() {}

    /**
     * Reads a whole calendar.
     *
     * @param ref under which it will be known
     * @param known whether there is a calendar of that id, so that it can be named as a part of this one
     * @throws ProblemException {@code invalid-field}, or {@code calendar-never-opens} if that is all that is wrong with it
     */
    static DatedCalendar read(CalendarRef ref, JsonNode document, Predicate<String> known) {
        Problems problems = new Problems();
        Fields fields = new Fields(document, "", FIELDS, problems);
        if (!ref.id().matches("[a-z0-9][a-z0-9-]{0,63}")) {
            problems.add("id", "must be lower case letters, digits and hyphens");
        }
        if (ref.id().equals(PinnedCalendar.ALWAYS.id())) {
            problems.add("id", "must be another one: this calendar is built in and never changes");
        }
        fields.text("id", id -> same(id, ref.id()));
        fields.number("version");
        fields.bool("retired");
        Instant effectiveFrom = fields.text("effectiveFrom", Moments::parse);
        Definition definition = new DefinitionReader(problems, known).read(fields);
        problems.refuse();
        if (definition == null) {
            throw new IllegalStateException("no definition and no problem");
        }
        return new DatedCalendar(ref, definition, effectiveFrom == null ? DatedCalendar.AT_ONCE : effectiveFrom);
    }

    private static String same(String id, String expected) {
        if (!id.equals(expected)) {
            throw new IllegalArgumentException("must be the id in the address or missing");
        }
        return id;
    }

    private static Set<String> with(String... more) {
        Set<String> all = new HashSet<>(DefinitionReader.FIELDS);
        all.addAll(Set.of(more));
        return all;
    }
}
