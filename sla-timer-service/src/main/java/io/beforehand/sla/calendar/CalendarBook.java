package io.beforehand.sla.calendar;

import io.beforehand.time.AlwaysOpen;
import io.beforehand.time.BusinessCalendar;
import io.beforehand.time.Openings;
import io.beforehand.time.WorkingCalendar;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every version of every calendar, as they are at one moment, with the one that is built in.
 *
 * <p>A version replaces all before it from its {@code effectiveFrom} on. Until any of a calendar's versions counts, the first
 * one does: a calendar that exists can be worked by. What a version leaves open (other calendars that it names, the customer's
 * zone) is settled when it is applied, and part of the {@link CalendarRef} from then on.
 */
public final class CalendarBook {

    /** What there is before anybody has written one. */
    public static final CalendarBook BUILT_IN = new CalendarBook(List.of());

    private final Map<CalendarRef, DatedCalendar> byRef = new HashMap<>();
    private final Map<String, List<DatedCalendar>> byId = new TreeMap<>();
    private final Set<String> retired;
    private final Resolved resolved;

    public CalendarBook(Collection<DatedCalendar> versions) {
        this(versions, Set.of());
    }

    /** @param retired the ids of calendars that are out of use; whoever goes by one goes on doing so */
    public CalendarBook(Collection<DatedCalendar> versions, Set<String> retired) {
        this(versions, retired, new Resolved());
    }

    private CalendarBook(Collection<DatedCalendar> versions, Set<String> retired, Resolved resolved) {
        this.retired = Set.copyOf(retired);
        this.resolved = resolved;
        add(new DatedCalendar(PinnedCalendar.ALWAYS.ref(), new Definition.Always(), DatedCalendar.AT_ONCE));
        versions.forEach(this::add);
        byId.values()
                .forEach(all -> all.sort(Comparator.comparingInt(
                        (DatedCalendar dated) -> dated.ref().version())));
    }

    /** The book of these versions, among them all of this one's; it has this one's memory. */
    public CalendarBook next(Collection<DatedCalendar> versions, Set<String> retired) {
        return new CalendarBook(versions, retired, resolved);
    }

    /** The book as it would be with this as the latest version of its calendar, at once; its memory is its own. */
    public CalendarBook drafted(String id, Definition definition) {
        List<DatedCalendar> all = new ArrayList<>(byRef.values());
        all.removeIf(dated -> dated.ref().equals(PinnedCalendar.ALWAYS.ref()));
        int version = latest(id).map(last -> last.ref().version()).orElse(0) + 1;
        all.add(new DatedCalendar(new CalendarRef(id, version), definition, DatedCalendar.AT_ONCE));
        Set<String> others = new HashSet<>(retired);
        others.remove(id);
        return new CalendarBook(all, others, new Resolved());
    }

    private void add(DatedCalendar dated) {
        byRef.put(dated.ref(), dated);
        byId.computeIfAbsent(dated.ref().id(), _ -> new ArrayList<>()).add(dated);
    }

    /** Of those in use. */
    Set<String> ids() {
        Set<String> ids = new TreeSet<>(byId.keySet());
        ids.removeAll(retired);
        return ids;
    }

    /** Whether there is one of that id in use. */
    public boolean knows(String id) {
        return byId.containsKey(id) && !retired.contains(id);
    }

    /** Whether there is one of that id and it is out of use. */
    public boolean isRetired(String id) {
        return retired.contains(id);
    }

    /** The calendars in use that name that one, now or in a version that is to count later. */
    public List<String> naming(String id, Instant now) {
        return ids().stream()
                .filter(other -> from(other, now).stream()
                        .anyMatch(version -> version.definition().names().contains(id)))
                .toList();
    }

    /** The latest version of each calendar in use, whether it counts already or not, by id. */
    public List<DatedCalendar> latest() {
        return ids().stream()
                .map(id -> byId.getOrDefault(id, List.of()).getLast())
                .toList();
    }

    /** The latest version of one, be it in use or not. */
    public Optional<DatedCalendar> latest(String id) {
        return Optional.ofNullable(byId.get(id)).map(List::getLast);
    }

    /** One version as it was written. */
    public Optional<DatedCalendar> find(CalendarRef ref) {
        return Optional.ofNullable(byRef.get(ref.with(CalendarParts.NONE)));
    }

    /** What counts for whoever goes by that calendar from now on; empty if there is none of that id. */
    public Optional<PinnedCalendar> inForce(String id, Instant now) {
        return inForce(id, now, "");
    }

    /**
     * The same for a certain customer. His zone does not count when it is unknown to this machine, or when the calendar would
     * never open by it: when his hours and the team's never meet, the hours are those of the place that counts otherwise.
     *
     * @param customersZone empty when it is not known
     */
    public Optional<PinnedCalendar> inForce(String id, Instant now, String customersZone) {
        return counting(id, now).map(version -> {
            Map<String, DatedCalendar> members = members(version.definition(), now);
            CalendarRef ref = version.ref().with(parts(members));
            if (goesByCustomer(version.definition(), members)
                    && zone(customersZone).isPresent()) {
                PinnedCalendar theirs = pinned(ref.with(ref.parts().in(customersZone)));
                return theirs.calendar().opensFrom(now) ? theirs : pinned(ref);
            }
            return pinned(ref);
        });
    }

    /** What a definition that nobody has put into the book comes to now; all that it names must be in it. */
    public BusinessCalendar calendar(Definition definition, Instant now, String customersZone) {
        return calendar(definition, parts(members(definition, now)).in(customersZone));
    }

    /** Whether it has all versions that are part of this one. */
    public boolean holds(CalendarRef ref) {
        return find(ref).isPresent()
                && ref.parts().members().entrySet().stream()
                        .allMatch(member -> byRef.containsKey(new CalendarRef(member.getKey(), member.getValue())));
    }

    /** The version that something was pinned to. */
    public PinnedCalendar pinned(CalendarRef ref) {
        return resolved.get(ref, this::resolve);
    }

    /** The version that counts now, and all that may count later. */
    List<DatedCalendar> from(String id, Instant now) {
        List<DatedCalendar> all = byId.getOrDefault(id, List.of());
        return counting(id, now)
                .map(first -> all.subList(all.indexOf(first), all.size()))
                .orElse(List.of());
    }

    Optional<DatedCalendar> counting(String id, Instant now) {
        return Optional.ofNullable(byId.get(id)).map(all -> all.reversed().stream()
                .filter(dated -> dated.counts(now))
                .findFirst()
                .orElse(all.getFirst()));
    }

    private PinnedCalendar resolve(CalendarRef ref) {
        return new PinnedCalendar(
                ref.id(), ref.version(), ref.parts(), calendar(version(ref).definition(), ref.parts()));
    }

    private BusinessCalendar calendar(Definition definition, CalendarParts parts) {
        Openings openings = openings(definition, parts);
        return openings instanceof AlwaysOpen always ? always : new WorkingCalendar(openings);
    }

    private Openings openings(Definition definition, CalendarParts parts) {
        return definition.openings(id -> openings(member(id, parts).definition(), parts), zone(parts.zone()));
    }

    private DatedCalendar member(String id, CalendarParts parts) {
        Integer version = parts.members().get(id);
        if (version == null) {
            throw new IllegalStateException("no version of " + id + " among " + parts);
        }
        return version(new CalendarRef(id, version));
    }

    private DatedCalendar version(CalendarRef ref) {
        return find(ref).orElseThrow(() -> new IllegalStateException("no such calendar version: " + ref));
    }

    /** Every calendar that is named in it, by itself or by way of another, in the version that counts. */
    private Map<String, DatedCalendar> members(Definition definition, Instant now) {
        Map<String, DatedCalendar> members = new TreeMap<>();
        List<String> named = new ArrayList<>(definition.names());
        while (!named.isEmpty()) {
            String id = named.removeLast();
            if (!members.containsKey(id)) {
                DatedCalendar member =
                        counting(id, now).orElseThrow(() -> new IllegalStateException("no such calendar: " + id));
                members.put(id, member);
                named.addAll(member.definition().names());
            }
        }
        return members;
    }

    private static CalendarParts parts(Map<String, DatedCalendar> members) {
        Map<String, Integer> versions = new TreeMap<>();
        members.forEach((id, member) -> versions.put(id, member.ref().version()));
        return new CalendarParts(versions, "");
    }

    private static boolean goesByCustomer(Definition definition, Map<String, DatedCalendar> members) {
        return definition.goesByCustomer()
                || members.values().stream()
                        .anyMatch(member -> member.definition().goesByCustomer());
    }

    private static Optional<ZoneId> zone(String id) {
        try {
            return id.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(id));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
