package io.beforehand.sla.request;

import io.beforehand.events.Event;
import io.beforehand.events.Owner;
import io.beforehand.events.RequestEvent.CustomerForgotten;
import io.beforehand.events.RequestEvent.CustomerMerged;
import io.beforehand.events.RequestEvent.RequestChanged;
import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.events.RoutingEvent.QueueMoved;
import io.beforehand.events.RoutingEvent.RequestAssigned;
import io.beforehand.events.RoutingEvent.RequestQueued;
import io.beforehand.events.RoutingEvent.RequestTransferred;
import io.beforehand.events.SlaEvent;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.StreamProgress;
import io.beforehand.events.TraceContext;
import io.beforehand.messaging.listener.NewEvents;
import io.beforehand.sla.clock.HistoryEntry;
import io.beforehand.sla.clock.HistoryEntry.Place;
import io.beforehand.sla.clock.Learning;
import io.beforehand.sla.clock.QueueForecast;
import io.beforehand.sla.clock.QueueForecast.Judgement;
import io.beforehand.sla.clock.RequestClocks;
import io.beforehand.sla.policy.Choice;
import io.beforehand.sla.policy.RequestTraits;
import io.beforehand.sla.request.WatchedRequest.Origin;
import io.beforehand.sla.request.WatchedRequest.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a batch tells about one request.
 *
 * @param before the request as it was stored; a blank one when this batch opens it
 * @param after the same as it is now, but for the clocks
 * @param news the facts among the events, in the order of history
 * @param forgets whether the customer is to be forgotten
 * @param cause the trace to carry on
 */
record HeardEvents(
        WatchedRequest before,
        WatchedRequest after,
        List<HistoryEntry> news,
        boolean forgets,
        @Nullable TraceContext cause) {

    HeardEvents {
        news = news.stream().sorted().toList();
    }

    /** What comes of it: the request to be stored, with a history that may have to forget its customer, and the events to be told. */
    record Outcome(
            WatchedRequest before,
            WatchedRequest after,
            List<HistoryEntry> news,
            boolean forgets,
            List<StreamEvent> events) {}

    /** Whether somebody has to look up which policies count now. */
    static boolean needsPolicies(NewEvents<WatchedRequest> heard) {
        return heard.events().stream()
                .map(StreamEvent::event)
                .anyMatch(event -> event instanceof RequestOpened
                        || event instanceof RequestChanged
                        || event instanceof CustomerMerged);
    }

    /** @param promises finds the policy that counts now */
    static HeardEvents of(NewEvents<WatchedRequest> heard, Function<RequestTraits, Choice> promises) {
        WatchedRequest before = heard.state().orElseGet(() -> blank(heard));
        RequestTraits traits = before.traits();
        Owners owners = before.owners();
        StreamProgress progress = before.position().heard();
        Place head = before.position().head();
        QueueForecast forecast = before.forecast();
        List<HistoryEntry> news = new ArrayList<>();
        for (StreamEvent event : heard.events()) {
            traits = after(traits, event.event());
            owners = owners.after(event);
            forecast = after(forecast, event);
            Facts.of(event, traits, promises)
                    .map(fact -> new HistoryEntry(event.owner(), event.sequence(), fact))
                    .ifPresent(news::add);
            progress = progress.after(event);
        }
        for (HistoryEntry entry : news) {
            head = entry.place().compareTo(head) > 0 ? entry.place() : head;
        }
        WatchedRequest after = new WatchedRequest(
                before.origin(),
                traits,
                owners,
                before.clocks(),
                forecast,
                before.position().heard(head, progress));
        boolean forgets = heard.events().stream().anyMatch(event -> event.event() instanceof CustomerForgotten);
        return new HeardEvents(
                before, after, news, forgets, heard.events().getLast().trace());
    }

    /** Whether something came late, so that the history before is needed. */
    boolean isLate() {
        return news.stream().anyMatch(this::isLate);
    }

    /** @param history what happened before; needed only when something came late */
    Outcome learn(List<HistoryEntry> history, Instant now) {
        Learning learning = news.stream()
                .filter(this::isLate)
                .findFirst()
                .map(late -> Learning.anew(before.clocks(), late, whole(history), now))
                .orElseGet(() -> Learning.inOrder(before.clocks(), news, now));
        Judgement judgement = after.forecast().judge(learning.clocks(), now);
        List<SlaEvent> events = Stream.concat(learning.events().stream(), judgement.events().stream())
                .toList();
        return new Outcome(
                before,
                after.with(judgement.forecast()).told(learning.clocks(), events.size()),
                news,
                forgets,
                before.sequenced(events, now, cause));
    }

    private boolean isLate(HistoryEntry entry) {
        boolean opening = before.position().revision() == 0;
        return !opening && Learning.isLate(before.clocks(), before.position().head(), entry);
    }

    /** A fact that is told a second time, by a replay, counts once. */
    private List<HistoryEntry> whole(List<HistoryEntry> history) {
        TreeMap<Place, HistoryEntry> whole = new TreeMap<>();
        news.forEach(entry -> whole.put(entry.place(), entry));
        history.forEach(entry -> whole.put(entry.place(), entry));
        return List.copyOf(whole.values());
    }

    private static WatchedRequest blank(NewEvents<WatchedRequest> heard) {
        StreamEvent first = heard.events().getFirst();
        RequestOpened opened = (RequestOpened) first.event();
        return new WatchedRequest(
                new Origin(heard.partition(), first.trace()),
                new RequestTraits(
                        opened.priority(),
                        orEmpty(opened.tier() == null ? opened.customer().tier() : opened.tier()),
                        opened.channel(),
                        orEmpty(opened.category()),
                        orEmpty(opened.team()),
                        opened.customer().id(),
                        orEmpty(opened.customer().timeZone())),
                Owners.NONE,
                RequestClocks.of(heard.requestId()),
                QueueForecast.NONE,
                new Position(new Place(Instant.EPOCH, Owner.REQUESTS, 0), StreamProgress.NONE, 0, 0));
    }

    private static RequestTraits after(RequestTraits traits, Event event) {
        return switch (event) {
            case RequestChanged changed ->
                new RequestTraits(
                        changed.priority(),
                        orEmpty(changed.tier()),
                        traits.channel(),
                        orEmpty(changed.category()),
                        orEmpty(changed.team()),
                        traits.customer(),
                        traits.timeZone());
            case CustomerMerged merged ->
                new RequestTraits(
                        traits.priority(),
                        merged.into().tier() == null
                                ? traits.tier()
                                : merged.into().tier(),
                        traits.channel(),
                        traits.category(),
                        traits.team(),
                        merged.into().id(),
                        merged.into().timeZone() == null
                                ? traits.timeZone()
                                : merged.into().timeZone());
            case CustomerForgotten(String pseudonym) -> traits.of(pseudonym);
            case Event _ -> traits;
        };
    }

    private static QueueForecast after(QueueForecast forecast, StreamEvent event) {
        return switch (event.event()) {
            case RequestQueued(var _, int _, Duration wait)
            when wait != null -> forecast.expecting(event.time().plus(wait));
            case QueueMoved(var _, int _, Duration wait)
            when wait != null -> forecast.expecting(event.time().plus(wait));
            case RequestAssigned _, RequestTransferred _ -> forecast.taken();
            case Event _ -> forecast;
        };
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
