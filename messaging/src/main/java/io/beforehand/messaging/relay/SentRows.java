package io.beforehand.messaging.relay;

import io.beforehand.messaging.outbox.Outbox.Unsent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rows that are in Kafka and may still be seen in the table: not to be sent again, and to be removed. A row that is removed
 * while a scan is under way may yet be among what the scan finds.
 */
final class SentRows {

    private final Set<Long> known = new HashSet<>();
    private final List<Unsent> toRemove = new ArrayList<>();
    private final List<Unsent> removedDuringScan = new ArrayList<>();
    private boolean scanning;

    void sent(Collection<Unsent> rows) {
        rows.forEach(row -> known.add(row.id()));
        toRemove.addAll(rows);
    }

    boolean contains(Unsent row) {
        return known.contains(row.id());
    }

    /** How many there are to remove. */
    int toRemove() {
        return toRemove.size();
    }

    /** What is to be removed next; {@link #removed} or {@link #notRemoved} says what came of it. */
    List<Unsent> takeToRemove() {
        List<Unsent> next = List.copyOf(toRemove);
        toRemove.clear();
        return next;
    }

    void removed(List<Unsent> rows) {
        if (scanning) {
            removedDuringScan.addAll(rows);
        } else {
            forget(rows);
        }
    }

    void notRemoved(List<Unsent> rows) {
        toRemove.addAll(rows);
    }

    void scanBegins() {
        scanning = true;
    }

    /** What the scan found has been looked at. */
    void scanEnds() {
        scanning = false;
        forget(removedDuringScan);
        removedDuringScan.clear();
    }

    private void forget(List<Unsent> rows) {
        rows.forEach(row -> known.remove(row.id()));
    }
}
