package io.beforehand.sla.promise.book;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.sla.book.Documents;
import io.beforehand.sla.calendar.CalendarBook;
import io.beforehand.sla.calendar.DatedCalendar;
import io.beforehand.sla.calendar.book.CalendarDrafts;
import io.beforehand.sla.calendar.book.CalendarShelf.AsOf;
import io.beforehand.sla.policy.Policy;
import io.beforehand.sla.policy.book.PolicyDrafts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads a file of calendars and policies. A policy may name calendars of the same file; a calendar those that stand before it. */
final class PromiseFileReader {

    private static final Set<String> PARTS = Set.of("calendars", "policies");

    private final List<String> problems = new ArrayList<>();
    private CalendarBook book;

    private PromiseFileReader(CalendarBook book) {
        this.book = book;
    }

    /**
     * Reads all of it.
     *
     * @param asOf the calendars in force
     * @throws InvalidPromisesException with everything that is wrong
     */
    static Promises read(byte[] file, AsOf asOf) {
        return new PromiseFileReader(asOf.book()).promises(document(file), asOf);
    }

    private Promises promises(JsonNode document, AsOf asOf) {
        document.fieldNames().forEachRemaining(name -> {
            if (!PARTS.contains(name)) {
                problems.add(name + " is unknown here; known are calendars and policies");
            }
        });
        List<DatedCalendar> calendars = each(document, "calendars", written -> {
            DatedCalendar calendar = CalendarDrafts.read(id(written), written, new AsOf(book, asOf.now()));
            book = book.drafted(calendar.ref().id(), calendar.definition());
            return calendar;
        });
        List<Policy> policies = each(
                document, "policies", written -> PolicyDrafts.read(id(written), written, new AsOf(book, asOf.now())));
        if (!problems.isEmpty()) {
            throw new InvalidPromisesException(problems);
        }
        return new Promises(calendars, policies);
    }

    private <T> List<T> each(JsonNode document, String part, Function<JsonNode, T> reader) {
        List<T> all = new ArrayList<>();
        JsonNode list = document.path(part);
        if (!list.isMissingNode() && !list.isArray()) {
            problems.add(part + " must be a list");
        }
        for (int i = 0; i < list.size(); i++) {
            read(part + "[" + i + "]", list.get(i), reader).ifPresent(all::add);
        }
        return all;
    }

    private <T> Optional<T> read(String place, JsonNode written, Function<JsonNode, T> reader) {
        if (!written.isObject() || !written.path("id").isTextual()) {
            problems.add(place + " must be an object with an id");
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(written));
        } catch (ProblemException e) {
            problems.add(place + " " + id(written) + ": " + e.problem().code().wireName() + " "
                    + e.problem().more());
            return Optional.empty();
        }
    }

    private static String id(JsonNode written) {
        return written.path("id").textValue();
    }

    private static JsonNode document(byte[] file) {
        try {
            JsonNode document = Documents.yaml(file);
            if (document.isObject()) {
                return document;
            }
        } catch (ProblemException _) {
            // Said below.
        }
        throw new InvalidPromisesException(List.of("the file is not the YAML of one object"));
    }
}
