package io.beforehand.sla.calendar.book;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.sla.book.Fields;
import io.beforehand.sla.book.Problems;
import io.beforehand.sla.calendar.CalendarRef;
import io.beforehand.sla.calendar.DatedCalendar;
import io.beforehand.sla.calendar.PinnedCalendar;
import io.beforehand.time.NeverOpensException;
import io.beforehand.time.OpeningHours;
import io.beforehand.time.WorkingCalendar;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a calendar as people write it. */
final class CalendarReader {

    /** The fields that say when it is open, in a calendar that is written down or in a question. */
    static final Set<String> HOURS = Set.of("zone", "weekly", "holidays", "special");

    private static final Set<String> FIELDS = with("id", "version", "effectiveFrom");

    private static final int MOST_HOLIDAYS = 2000;

    private CalendarReader() {}

    /**
     * Reads a whole calendar.
     *
     * @param ref under which it will be known
     * @throws ProblemException {@code invalid-field}, or {@code calendar-never-opens} if that is all that is wrong with it
     */
    static DatedCalendar read(CalendarRef ref, JsonNode document) {
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
        Instant effectiveFrom = fields.text("effectiveFrom", Moments::parse);
        OpeningHours hours = hours(fields, problems);
        problems.refuse();
        if (hours == null) {
            throw new IllegalStateException("no hours and no problem");
        }
        return new DatedCalendar(
                new PinnedCalendar(ref.id(), ref.version(), new WorkingCalendar(hours)),
                effectiveFrom == null ? DatedCalendar.AT_ONCE : effectiveFrom);
    }

    /**
     * Reads when it is open.
     *
     * @return null when a problem was added
     * @throws ProblemException {@code calendar-never-opens} if there was no problem so far
     */
    static @Nullable OpeningHours hours(Fields fields, Problems problems) {
        var zone = fields.text("zone", Moments::zone);
        if (fields.get("zone") == null) {
            problems.add(fields.at("zone"), "must be there, such as Europe/Berlin");
        }
        DayReader days = new DayReader(problems);
        var weekly = days.weekly(fields);
        var holidays = new HashSet<>(fields.list("holidays", MOST_HOLIDAYS, Moments::date));
        var special = days.special(fields);
        if (zone == null || !problems.found().isEmpty()) {
            return null;
        }
        try {
            return new OpeningHours(zone, weekly, holidays, special);
        } catch (NeverOpensException _) {
            throw new ProblemException(ErrorCode.CALENDAR_NEVER_OPENS);
        }
    }

    private static String same(String id, String expected) {
        if (!id.equals(expected)) {
            throw new IllegalArgumentException("must be the id in the address or missing");
        }
        return id;
    }

    private static Set<String> with(String... more) {
        Set<String> all = new HashSet<>(HOURS);
        all.addAll(Set.of(more));
        return all;
    }
}
