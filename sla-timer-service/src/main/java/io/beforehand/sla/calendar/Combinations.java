package io.beforehand.sla.calendar;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a change does to calendars that are put together of others: the one that was changed, and all in which it is named. They
 * are looked at as they are now and as they will be whenever a version begins to count.
 */
public final class Combinations {

    /** As many hours as a combination may come to; laying out a year of them takes some 20 ms. */
    public static final int MOST_HOURS = 50;

    private final CalendarBook book;
    private final Instant now;

    private Combinations(CalendarBook book, Instant now) {
        this.book = book;
        this.now = now;
    }

    /**
     * What is wrong after a change.
     *
     * @param book with the change
     * @param changed the id of the calendar
     */
    public static Optional<Flaw> flaw(CalendarBook book, String changed, Instant now) {
        Combinations combinations = new Combinations(book, now);
        return combinations.circle(changed).or(() -> book.ids().stream()
                .filter(id -> combinations.reaches(id, changed))
                .flatMap(combinations::flaws)
                .findFirst());
    }

    /** Whether a definition that nobody has put into the book comes to too many hours. */
    public static boolean tooMany(CalendarBook book, Definition definition, Instant now) {
        return new Combinations(book, now).hours(definition, now, new HashMap<>()) > MOST_HOURS;
    }

    /** The shortest way from a calendar back to itself, if there is one. Only this one was changed: a new circle goes through it. */
    private Optional<Flaw> circle(String changed) {
        Map<String, String> cameFrom = new HashMap<>();
        Deque<String> next = new ArrayDeque<>(List.of(changed));
        while (!next.isEmpty()) {
            String id = next.removeFirst();
            for (String name : mayName(id)) {
                if (cameFrom.putIfAbsent(name, id) == null) {
                    next.addLast(name);
                }
            }
        }
        return cameFrom.containsKey(changed) ? Optional.of(circle(changed, cameFrom)) : Optional.empty();
    }

    private static Flaw circle(String changed, Map<String, String> cameFrom) {
        Deque<String> ids = new ArrayDeque<>(List.of(changed));
        String id = cameFrom.getOrDefault(changed, changed);
        while (!id.equals(changed)) {
            ids.addFirst(id);
            id = cameFrom.getOrDefault(id, changed);
        }
        ids.addFirst(changed);
        return new Flaw.Circle(List.copyOf(ids));
    }

    private boolean reaches(String id, String other) {
        Set<String> seen = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(id));
        while (!next.isEmpty()) {
            String named = next.removeFirst();
            if (seen.add(named)) {
                next.addAll(mayName(named));
            }
        }
        return seen.contains(other);
    }

    /** What the versions of a calendar that count, now or later, name. */
    private Set<String> mayName(String id) {
        Set<String> names = new HashSet<>();
        book.from(id, now).forEach(version -> names.addAll(version.definition().names()));
        return names;
    }

    private Stream<Flaw> flaws(String id) {
        return moments().flatMap(moment -> flaw(id, moment).stream());
    }

    private Optional<Flaw> flaw(String id, Instant moment) {
        Definition definition = book.counting(id, moment).orElseThrow().definition();
        if (!(definition instanceof Definition.Combined)) {
            return Optional.empty();
        }
        if (hours(definition, moment, new HashMap<>()) > MOST_HOURS) {
            return Optional.of(new Flaw.TooMany(id));
        }
        return book.inForce(id, moment).orElseThrow().calendar().opensFrom(moment)
                ? Optional.empty()
                : Optional.of(new Flaw.NeverOpens(id));
    }

    /** Now, and when any version that does not count yet begins to. */
    private Stream<Instant> moments() {
        Stream<Instant> later = book.ids().stream()
                .flatMap(id -> book.from(id, now).stream())
                .map(DatedCalendar::effectiveFrom)
                .filter(from -> from.isAfter(now));
        return Stream.concat(Stream.of(now), later).distinct().sorted();
    }

    /** How many hours it is put together of. What is known of a calendar is not counted again, however often it is named. */
    private long hours(Definition definition, Instant moment, Map<String, Long> known) {
        return switch (definition) {
            case Definition.Always _, Definition.Hours _, Definition.CustomersHours _ -> 1;
            case Definition.Named(String id) -> {
                Long count = known.get(id);
                if (count == null) {
                    count = hours(book.counting(id, moment).orElseThrow().definition(), moment, known);
                    known.put(id, count);
                }
                yield count;
            }
            case Definition.Combined(var _, List<Definition> members) ->
                members.stream()
                        .mapToLong(member -> hours(member, moment, known))
                        .sum();
        };
    }
}
