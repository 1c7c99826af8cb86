package io.beforehand.messaging.listener;

import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.events.StreamEvent;
import java.util.List;
import java.util.Optional;

/**
 * What a batch holds that is new about one request.
 *
 * @param state the request's row as it was; empty when the events start with its opening
 * @param events never empty, in the order of history, the opening first
 * @param partition where the request lives
 */
public record NewEvents<S>(String requestId, int partition, Optional<S> state, List<StreamEvent> events) {

    public NewEvents {
        events = List.copyOf(events);
        if (state.isEmpty() && !(events.getFirst().event() instanceof RequestOpened)) {
            throw new IllegalArgumentException("a new request starts with its opening");
        }
    }
}
