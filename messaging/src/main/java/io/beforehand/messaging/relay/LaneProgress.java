package io.beforehand.messaging.relay;

import io.beforehand.messaging.outbox.TimedEvents;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Since when each lane is known to have been sent whole. */
final class LaneProgress implements TimedEvents.Lanes {

    private final Map<Integer, Long> sentSince = new HashMap<>();

    /** All that was stored before that time, by {@link System#nanoTime}, is sent. */
    void allSent(Set<Integer> lanes, long since) {
        lanes.forEach(lane -> sentSince.put(lane, since));
    }

    void reset() {
        sentSince.clear();
    }

    @Override
    public boolean sentSince(int lane, long nanoTime) {
        Long since = sentSince.get(lane);
        return since != null && since - nanoTime > 0;
    }
}
