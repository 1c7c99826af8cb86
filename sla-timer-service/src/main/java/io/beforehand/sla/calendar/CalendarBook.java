package io.beforehand.sla.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every version of every calendar, as they are at one moment, with the one that is built in.
 *
 * <p>A version replaces all before it from its {@code effectiveFrom} on. Until any of a calendar's versions counts, the first
 * one does: a calendar that exists can be worked by.
 */
public final class CalendarBook {

    /** What there is before anybody has written one. */
    public static final CalendarBook BUILT_IN = new CalendarBook(List.of());

    private final Map<CalendarRef, DatedCalendar> byRef = new HashMap<>();
    private final Map<String, List<DatedCalendar>> byId = new TreeMap<>();

    public CalendarBook(Collection<DatedCalendar> versions) {
        add(new DatedCalendar(PinnedCalendar.ALWAYS, DatedCalendar.AT_ONCE));
        versions.forEach(this::add);
        byId.values()
                .forEach(all -> all.sort(Comparator.comparingInt(
                        (DatedCalendar dated) -> dated.calendar().version())));
    }

    private void add(DatedCalendar dated) {
        byRef.put(dated.calendar().ref(), dated);
        byId.computeIfAbsent(dated.calendar().id(), _ -> new ArrayList<>()).add(dated);
    }

    /** The latest version of each calendar, whether it counts already or not, by id. */
    public List<DatedCalendar> latest() {
        return byId.values().stream().map(List::getLast).toList();
    }

    /** The latest version of one. */
    public Optional<DatedCalendar> latest(String id) {
        return Optional.ofNullable(byId.get(id)).map(List::getLast);
    }

    /** What counts for whoever goes by that calendar from now on; empty if there is none of that id. */
    public Optional<PinnedCalendar> inForce(String id, Instant now) {
        return Optional.ofNullable(byId.get(id)).map(all -> all.reversed().stream()
                .filter(dated -> dated.counts(now))
                .findFirst()
                .orElse(all.getFirst())
                .calendar());
    }

    public Optional<DatedCalendar> find(CalendarRef ref) {
        return Optional.ofNullable(byRef.get(ref));
    }

    /** The version that something was pinned to. */
    public PinnedCalendar pinned(CalendarRef ref) {
        return find(ref)
                .map(DatedCalendar::calendar)
                .orElseThrow(() -> new IllegalStateException("no such calendar version: " + ref));
    }
}
