package io.beforehand.messaging.relay;

import io.beforehand.messaging.outbox.Outbox.Unsent;
import io.beforehand.messaging.outbox.Timed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is sent together.
 *
 * @param rows in the order to be sent
 * @param whole whether nothing that was found is left behind
 */
record Wave(List<Unsent> rows, boolean whole) {

    /** Tells whether a row has to wait for its request's timed events. */
    interface Behind {
        boolean isBehind(String requestId, long id);
    }

    /** A row that comes after timed events of its request waits until those go. */
    static Wave of(List<Timed> released, List<Unsent> found, Behind timed) {
        Set<String> leaving = new HashSet<>();
        List<Unsent> rows = new ArrayList<>();
        for (Timed each : released) {
            leaving.add(each.requestId());
            rows.addAll(each.rows());
        }
        int left = 0;
        for (Unsent row : found) {
            String requestId = row.event().requestId();
            if (leaving.contains(requestId) || !timed.isBehind(requestId, row.id())) {
                rows.add(row);
            } else {
                left++;
            }
        }
        rows.sort(Comparator.comparingLong(Unsent::id));
        return new Wave(List.copyOf(rows), left == 0);
    }
}
