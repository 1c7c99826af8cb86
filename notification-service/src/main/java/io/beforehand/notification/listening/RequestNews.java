package io.beforehand.notification.listening;

import io.beforehand.events.DeliveryKind;
import io.beforehand.events.RequestEvent.ReplySent;
import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.TraceContext;
import io.beforehand.events.Visibility;
import io.beforehand.messaging.listener.NewEvents;
import io.beforehand.notification.acknowledgement.Acknowledgements;
import io.beforehand.notification.delivery.Content;
import io.beforehand.notification.delivery.CustomerMessage;
import io.beforehand.notification.delivery.Deliveries;
import io.beforehand.notification.delivery.DeliveryId;
import io.beforehand.notification.delivery.Destination;
import io.beforehand.notification.delivery.MessageJson;
import io.beforehand.notification.delivery.NewDelivery;
import io.beforehand.notification.delivery.Route;
import io.beforehand.notification.language.Language;
import io.beforehand.notification.optout.OptOutChange;
import io.beforehand.notification.request.Correspondence;
import io.beforehand.notification.request.News;
import io.beforehand.notification.request.RequestState;
import io.beforehand.notification.request.Updates;
import io.beforehand.notification.update.UpdateMessages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a request's new events: its state, deliveries to its customer, the acknowledgement that waited and can be
 * written now, and what the customer lets us know about being written to.
 */
record RequestNews(
        RequestState state,
        List<NewDelivery> deliveries,
        List<Deliveries.Message> completed,
        List<OptOutChange> optOuts,
        List<StreamEvent> events) {

    /**
     * What does not come from events.
     *
     * @param otherwise the language of customers whose own is unknown
     * @param patience how long an acknowledgement waits
     * @param quiet how long after it no update goes
     */
    record Setting(
            Acknowledgements acknowledgements,
            UpdateMessages updates,
            Language otherwise,
            Duration patience,
            Duration quiet,
            Instant now) {}

    static RequestNews of(NewEvents<RequestState> news, Setting setting) {
        boolean opens = news.state().isEmpty();
        RequestState state = news.state().orElseGet(() -> opened(news, setting));
        List<NewDelivery> deliveries = new ArrayList<>();
        List<OptOutChange> optOuts = new ArrayList<>();
        for (StreamEvent event : news.events()) {
            optOuts.addAll(OptOutChange.of(state.correspondence(), event));
            state = state.after(event);
            if (event.event() instanceof ReplySent reply
                    && reply.deliver()
                    && reply.visibility() == Visibility.PUBLIC) {
                deliveries.add(reply(state, reply, setting.now(), event.trace()));
            }
        }
        List<Deliveries.Message> completed = new ArrayList<>();
        if (opens) {
            StreamEvent opening = news.events().getFirst();
            deliveries.addFirst(setting.acknowledgements().open(state, setting.now(), step(opening.trace())));
        } else if (state.readyToAcknowledge()) {
            completed.add(setting.acknowledgements().complete(state, setting.now()));
        }
        RequestState acknowledged = state.readyToAcknowledge() ? state.acknowledged(setting.now()) : state;
        TraceContext trace = step(news.events().getLast().trace());
        RequestState last = updated(acknowledged, setting, trace, deliveries);
        return new RequestNews(last, deliveries, completed, optOuts, news.events());
    }

    /** What the batch came to, as one update: it tells where things stand now, not how they came to it. */
    private static RequestState updated(
            RequestState state, Setting setting, @Nullable TraceContext trace, List<NewDelivery> deliveries) {
        return switch (state.nextUpdate(setting.quiet(), setting.now())) {
            case Updates.Step.Rest _ -> state;
            case Updates.Step.Later(Instant due) -> {
                deliveries.add(setting.updates().later(state, due, trace));
                yield state.updateWaits(due);
            }
            case Updates.Step.Now(News untold) -> {
                deliveries.add(setting.updates().now(state, untold, setting.now(), trace));
                yield state.updated();
            }
        };
    }

    private static RequestState opened(NewEvents<RequestState> news, Setting setting) {
        if (!(news.events().getFirst().event() instanceof RequestOpened opening)) {
            throw new IllegalArgumentException("a new request starts with its opening: " + news.requestId());
        }
        return RequestState.opened(
                news.requestId(), news.partition(), opening, setting.otherwise(), setting.now(), setting.patience());
    }

    private static NewDelivery reply(RequestState state, ReplySent reply, Instant now, @Nullable TraceContext trace) {
        Correspondence to = state.correspondence();
        String id = DeliveryId.ofReply(state.id(), reply.messageId());
        String text = Objects.requireNonNullElse(reply.text(), "");
        CustomerMessage message = CustomerMessage.to(to, state.id(), id, DeliveryKind.REPLY, text, null);
        return new NewDelivery(
                id,
                state.id(),
                state.partition(),
                DeliveryKind.REPLY,
                Route.to(new Destination.Outlet(to.channel(), to.answeringAccount()), to.address()),
                new Content.Written(MessageJson.write(message), null, reply.messageId(), to.thread()),
                now,
                step(trace));
    }

    private static @Nullable TraceContext step(@Nullable TraceContext trace) {
        return trace == null ? null : trace.next();
    }
}
