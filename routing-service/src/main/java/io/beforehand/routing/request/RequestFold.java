package io.beforehand.routing.request;

import static io.beforehand.routing.request.RequestFacts.orEmpty;

import io.beforehand.events.ClockRef;
import io.beforehand.events.Metric;
import io.beforehand.events.NotificationEvent;
import io.beforehand.events.RequestEvent;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.RoutingEvent;
import io.beforehand.events.SlaEvent;
import io.beforehand.events.StreamEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What an event means for where a request is. */
public final class RequestFold {

    private RequestFold() {}

    /** The request after the events, and what routing tells because of them. */
    public record Folded(RoutedRequest request, List<RoutingEvent> told) {}

    /** A request that has just been opened: it waits. */
    public static RoutedRequest open(StreamEvent event, RequestEvent.RequestOpened opened, Instant now) {
        RequestFacts facts = new RequestFacts(
                opened.channel(),
                opened.priority(),
                orEmpty(opened.category()),
                orEmpty(opened.team()),
                RequestFacts.languageOf(opened.customer().locale()),
                event.time());
        Place place = new Place.Waiting(now, new Affinity.Anyone(), false);
        return new RoutedRequest(
                event.requestId(),
                facts,
                RoutedRequest.NO_DEADLINE,
                place,
                Taken.NOTHING.with(event),
                0,
                event.trace());
    }

    /** Takes the events one after the other. */
    public static Folded fold(RoutedRequest request, List<StreamEvent> events, Instant now) {
        List<RoutingEvent> told = new ArrayList<>();
        RoutedRequest current = request;
        for (StreamEvent event : events) {
            current = apply(current, event, now, told);
            current = current.taken(current.taken().with(event));
        }
        return new Folded(current, told);
    }

    private static RoutedRequest apply(RoutedRequest request, StreamEvent event, Instant now, List<RoutingEvent> told) {
        return switch (event.event()) {
            case RequestEvent e -> request(request, e, event.sequence(), now, told);
            case SlaEvent e -> clock(request, e, event.sequence());
            case RoutingEvent _, NotificationEvent _ -> request;
        };
    }

    private static RoutedRequest request(
            RoutedRequest request, RequestEvent event, long sequence, Instant now, List<RoutingEvent> told) {
        return switch (event) {
            case RequestEvent.RequestChanged changed
            when sequence > request.taken().facts() ->
                request.with(request.facts().changed(changed.priority(), changed.category(), changed.team()))
                        .taken(request.taken().withFacts(sequence));
            case RequestEvent.StatusChanged changed
            when sequence > request.taken().status() ->
                request.at(status(request.place(), changed.to(), now, told))
                        .taken(request.taken().withStatus(sequence));
            case RequestEvent.RequestChanged _,
                    RequestEvent.StatusChanged _,
                    RequestEvent.RequestOpened _,
                    RequestEvent.CustomerMessaged _,
                    RequestEvent.ReplySent _,
                    RequestEvent.MessageAmended _,
                    RequestEvent.MessageRetracted _,
                    RequestEvent.CustomerMerged _,
                    RequestEvent.CustomerForgotten _,
                    RequestEvent.ReceiptReceived _,
                    RequestEvent.ContactOptedOut _,
                    RequestEvent.ContactOptedIn _,
                    RequestEvent.PageAnswered _ -> request;
        };
    }

    /** Waiting for somebody else (pending, on hold) is no reason to lose its owner or its place in the queue. */
    private static Place status(Place place, RequestStatus to, Instant now, List<RoutingEvent> told) {
        boolean over = to == RequestStatus.RESOLVED || to == RequestStatus.CLOSED;
        return switch (place) {
            case Place.Waiting waiting when over -> waiting.end(now);
            case Place.Assigned assigned
            when over -> {
                told.add(new RoutingEvent.RequestReleased(assigned.agentId(), to.wireName()));
                yield assigned.end(now);
            }
            case Place.Ended ended when !over -> ended.reopen(now);
            case Place.Waiting _, Place.Assigned _, Place.Ended _ -> place;
        };
    }

    /** Slack is counted to the first human response; once that was given, or while it rests, there is none to count. */
    private static RoutedRequest clock(RoutedRequest request, SlaEvent event, long sequence) {
        ClockRef clock = event.clock();
        if (!clock.metric().equals(Metric.FIRST_RESPONSE)
                || sequence <= request.taken().due()) {
            return request;
        }
        Instant dueAt =
                switch (event) {
                    case SlaEvent.ClockStarted started -> started.dueAt();
                    case SlaEvent.ClockResumed resumed -> resumed.dueAt();
                    case SlaEvent.ClockPaused _, SlaEvent.ClockMet _, SlaEvent.ClockCancelled _ ->
                        RoutedRequest.NO_DEADLINE;
                    case SlaEvent.WarningRaised _,
                            SlaEvent.BreachForecast _,
                            SlaEvent.DeadlineBreached _,
                            SlaEvent.BreachEscalated _,
                            SlaEvent.UpdateDue _,
                            SlaEvent.WarningWithdrawn _,
                            SlaEvent.OutcomeCorrected _ -> request.dueAt();
                };
        return request.dueAt(dueAt).taken(request.taken().withDue(sequence));
    }
}
