package io.beforehand.sla.clock;

import io.beforehand.events.Owner;
import java.time.Instant;
import java.util.Comparator;

/**
 * A fact at its place in a request's history.
 *
 * @param owner whose event told it
 * @param sequence that event's position in its owner's stream
 */
public record HistoryEntry(Owner owner, long sequence, Fact fact) implements Comparable<HistoryEntry> {

    private static final Comparator<HistoryEntry> ORDER = Comparator.comparing(
                    (HistoryEntry entry) -> !(entry.fact instanceof Fact.Opening))
            .thenComparing(entry -> entry.fact.at())
            .thenComparing(HistoryEntry::owner)
            .thenComparingLong(HistoryEntry::sequence);

    /** The opening first, whatever its time; then by time, owner and sequence. */
    @Override
    public int compareTo(HistoryEntry other) {
        return ORDER.compare(this, other);
    }

    /** Where it stands. */
    public Place place() {
        return new Place(fact.at(), owner, sequence);
    }

    /** A place in a history, after its opening. */
    public record Place(Instant at, Owner owner, long sequence) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::at).thenComparing(Place::owner).thenComparingLong(Place::sequence);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }
}
