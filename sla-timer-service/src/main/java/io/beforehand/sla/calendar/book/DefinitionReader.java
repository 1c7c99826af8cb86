package io.beforehand.sla.calendar.book;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.sla.book.Fields;
import io.beforehand.sla.book.Problems;
import io.beforehand.sla.calendar.Definition;
import io.beforehand.time.Combination.Rule;
import io.beforehand.time.NeverOpensException;
import io.beforehand.time.OpeningHours;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads when a calendar is open: hours in a zone, or a combination {@code {"allOf": ["customer-hours", "team-hours"]}} of
 * others, each by its id or written out. What does not fit becomes a problem.
 */
final class DefinitionReader {

    /** The fields that say when it is open, in a calendar that is written down or in a question. */
    static final Set<String> FIELDS = Set.of("zone", "otherwise", "weekly", "holidays", "special", "allOf", "anyOf");

    /** What stands in {@code zone} where the customer's counts. */
    static final String CUSTOMER = "customer";

    static final int MOST_HOLIDAYS = 2000;

    private static final int MOST_MEMBERS = 10;
    private static final int DEEPEST = 3;

    private final Problems problems;
    private final Predicate<String> known;

    /** @param known whether there is a calendar of that id */
    DefinitionReader(Problems problems, Predicate<String> known) {
        this.problems = problems;
        this.known = known;
    }

    /**
     * Reads the fields of a calendar.
     *
     * @return null when a problem was added
     * @throws ProblemException {@code calendar-never-opens} if hours have no window and there was no problem so far
     */
    @Nullable
    Definition read(Fields fields) {
        return read(fields, 1);
    }

    private @Nullable Definition read(Fields fields, int depth) {
        List<String> rules = Stream.of("allOf", "anyOf")
                .filter(rule -> fields.get(rule) != null)
                .toList();
        if (rules.isEmpty()) {
            return hours(fields);
        }
        String rule = rules.getFirst();
        boolean alone = FIELDS.stream().allMatch(field -> field.equals(rule) || fields.get(field) == null);
        if (!alone) {
            problems.add(fields.at(rule), "must stand without hours and without another combination beside it");
        }
        List<Definition> members = members(fields, rule, depth);
        return alone && !members.isEmpty()
                ? new Definition.Combined(rule.equals("allOf") ? Rule.ALL_OF : Rule.ANY_OF, members)
                : null;
    }

    private List<Definition> members(Fields fields, String rule, int depth) {
        JsonNode written = fields.get(rule);
        String path = fields.at(rule);
        if (written == null || !written.isArray() || written.size() < 2 || written.size() > MOST_MEMBERS) {
            problems.add(path, "must be a list of 2 to " + MOST_MEMBERS + " calendars");
            return List.of();
        }
        if (depth > DEEPEST) {
            problems.add(path, "must be written as a calendar of its own: combinations go " + DEEPEST + " deep");
            return List.of();
        }
        List<Definition> members = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            Definition member = member(path + "[" + i + "]", written.get(i), depth);
            if (member != null) {
                members.add(member);
            }
        }
        return members;
    }

    private @Nullable Definition member(String path, JsonNode written, int depth) {
        if (written.isObject()) {
            return read(new Fields(written, path, FIELDS, problems), depth + 1);
        }
        if (!written.isTextual() || !known.test(written.textValue())) {
            problems.add(path, "must be a calendar or the id of one");
            return null;
        }
        return new Definition.Named(written.textValue());
    }

    private @Nullable Definition hours(Fields fields) {
        boolean customers =
                fields.get("zone") != null && fields.get("zone").asText().equals(CUSTOMER);
        ZoneId zone = fields.text(customers ? "otherwise" : "zone", Moments::zone);
        if (fields.get("zone") == null) {
            problems.add(fields.at("zone"), "must be there, such as Europe/Berlin");
        }
        if (customers && fields.get("otherwise") == null) {
            problems.add(fields.at("otherwise"), "must say which zone counts when the customer's is not known");
        }
        if (!customers && fields.get("otherwise") != null) {
            problems.add(fields.at("otherwise"), "must be there only when zone is " + CUSTOMER);
        }
        DayReader days = new DayReader(problems);
        var weekly = days.weekly(fields);
        var holidays = new HashSet<>(fields.list("holidays", MOST_HOLIDAYS, Moments::date));
        var special = days.special(fields);
        if (zone == null || !problems.found().isEmpty()) {
            return null;
        }
        try {
            OpeningHours hours = new OpeningHours(zone, weekly, holidays, special);
            return customers ? new Definition.CustomersHours(hours) : new Definition.Hours(hours);
        } catch (NeverOpensException _) {
            throw new ProblemException(ErrorCode.CALENDAR_NEVER_OPENS);
        }
    }
}
