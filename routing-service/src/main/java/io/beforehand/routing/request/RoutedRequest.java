package io.beforehand.routing.request;

import io.beforehand.events.RoutingEvent;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.TraceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request's row.
 *
 * @param dueAt when the first human response is due, {@link #NO_DEADLINE} when no clock says
 * @param lastSequence how many events routing has told of this request
 * @param trace the trace that opened it
 */
public record RoutedRequest(
        String requestId,
        RequestFacts facts,
        Instant dueAt,
        Place place,
        Taken taken,
        long lastSequence,
        @Nullable TraceContext trace) {

    /** Later than every deadline, so that what has none comes last among its like. */
    public static final Instant NO_DEADLINE = Instant.MAX;

    public RoutedRequest at(Place newPlace) {
        return new RoutedRequest(requestId, facts, dueAt, newPlace, taken, lastSequence, trace);
    }

    RoutedRequest with(RequestFacts newFacts) {
        return new RoutedRequest(requestId, newFacts, dueAt, place, taken, lastSequence, trace);
    }

    RoutedRequest dueAt(Instant newDueAt) {
        return new RoutedRequest(requestId, facts, newDueAt, place, taken, lastSequence, trace);
    }

    RoutedRequest taken(Taken newTaken) {
        return new RoutedRequest(requestId, facts, dueAt, place, newTaken, lastSequence, trace);
    }

    public Urgency urgency() {
        return new Urgency(facts.priority(), dueAt, facts.openedAt(), requestId);
    }

    /**
     * Gives the events their places in the request's stream. To be called under the row's lock.
     *
     * @param cause the trace that they go on with; null for the one that opened the request
     */
    public Told tell(List<RoutingEvent> events, Instant now, @Nullable TraceContext cause) {
        TraceContext goesOn = cause == null ? trace : cause;
        List<StreamEvent> numbered = new ArrayList<>();
        long sequence = lastSequence;
        for (RoutingEvent event : events) {
            TraceContext step = goesOn == null ? null : goesOn.next();
            numbered.add(new StreamEvent(requestId, ++sequence, now, step, event));
        }
        return new Told(new RoutedRequest(requestId, facts, dueAt, place, taken, sequence, trace), numbered);
    }

    /** The request after telling, and what was told. */
    public record Told(RoutedRequest request, List<StreamEvent> events) {}
}
