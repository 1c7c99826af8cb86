package io.beforehand.events;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How far a consumer has come in each owner's stream of one request: what makes an event that comes twice count once.
 *
 * @param last the last sequence taken from each owner; an owner not yet heard of is at 0
 */
public record StreamProgress(Map<Owner, Long> last) {

    public static final StreamProgress NONE = new StreamProgress(Map.of());

    public StreamProgress {
        EnumMap<Owner, Long> copy = new EnumMap<>(Owner.class);
        copy.putAll(last);
        last = Collections.unmodifiableMap(copy);
    }

    public long of(Owner owner) {
        return last.getOrDefault(owner, 0L);
    }

    /** Whether this event has not been taken yet. */
    public boolean isNew(StreamEvent event) {
        return event.sequence() > of(event.owner());
    }

    /** The progress after taking the event; a filled hole does not move it back. */
    public StreamProgress after(StreamEvent event) {
        EnumMap<Owner, Long> next = new EnumMap<>(Owner.class);
        next.putAll(last);
        next.merge(event.owner(), event.sequence(), Math::max);
        return new StreamProgress(next);
    }
}
