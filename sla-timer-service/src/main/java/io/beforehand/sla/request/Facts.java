package io.beforehand.sla.request;

import io.beforehand.events.AuthorKind;
import io.beforehand.events.Mail;
import io.beforehand.events.NotificationEvent;
import io.beforehand.events.NotificationEvent.AcknowledgementSent;
import io.beforehand.events.NotificationEvent.UpdateSent;
import io.beforehand.events.Party;
import io.beforehand.events.RequestEvent;
import io.beforehand.events.RequestEvent.CustomerMerged;
import io.beforehand.events.RequestEvent.CustomerMessaged;
import io.beforehand.events.RequestEvent.ReplySent;
import io.beforehand.events.RequestEvent.RequestChanged;
import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.events.RequestEvent.StatusChanged;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.RoutingEvent;
import io.beforehand.events.RoutingEvent.RequestAssigned;
import io.beforehand.events.RoutingEvent.RequestTransferred;
import io.beforehand.events.SlaEvent;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.Visibility;
import io.beforehand.sla.clock.Fact;
import io.beforehand.sla.policy.Choice;
import io.beforehand.sla.policy.RequestTraits;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What an event means to the clocks. Most events mean nothing. */
final class Facts {

    private Facts() {}

    /**
     * @param traits what the request is after the event
     * @param promises finds the policy that counts now; asked only when the event says what the request is
     */
    static Optional<Fact> of(StreamEvent event, RequestTraits traits, Function<RequestTraits, Choice> promises) {
        Instant at = whole(event.time());
        return switch (event.event()) {
            case RequestOpened opened
            when isByMachine(opened) -> Optional.of(new Fact.OpenedByMachine(at, promises.apply(traits)));
            case RequestOpened _ -> Optional.of(new Fact.Opened(at, promises.apply(traits)));
            case CustomerMessaged _ -> Optional.of(new Fact.CustomerWrote(at));
            case ReplySent reply when isAnswer(reply) -> Optional.of(new Fact.Replied(at));
            case StatusChanged(var _, RequestStatus to, String reason, Party party) ->
                Optional.of(new Fact.StatusMoved(
                        at, to, reason == null ? "" : reason, party == null ? "" : party.wireName()));
            case RequestChanged _, CustomerMerged _ -> Optional.of(new Fact.Reclassified(at, promises.apply(traits)));
            case RequestAssigned assigned -> Optional.of(new Fact.Assigned(at, Objects.toString(assigned.team(), "")));
            case RequestTransferred transferred ->
                Optional.of(new Fact.Assigned(at, Objects.toString(transferred.team(), "")));
            case AcknowledgementSent sent -> Optional.of(new Fact.Acknowledged(whole(sent.sentAt())));
            case UpdateSent sent -> Optional.of(new Fact.Updated(whole(sent.sentAt())));
            case ReplySent _ -> Optional.empty();
            case RequestEvent.MessageAmended _,
                    RequestEvent.MessageRetracted _,
                    RequestEvent.CustomerForgotten _,
                    RequestEvent.ReceiptReceived _,
                    RequestEvent.ContactOptedOut _,
                    RequestEvent.ContactOptedIn _,
                    RequestEvent.PageAnswered _ -> Optional.empty();
            case RoutingEvent.RequestQueued _, RoutingEvent.RequestReleased _, RoutingEvent.QueueMoved _ ->
                Optional.empty();
            case NotificationEvent.ReplyDelivered _,
                    NotificationEvent.AnswerSuggested _,
                    NotificationEvent.AlertRaised _,
                    NotificationEvent.AlertAcknowledged _,
                    NotificationEvent.AlertResolved _,
                    NotificationEvent.DeliveryFailed _ -> Optional.empty();
            case SlaEvent _ -> Optional.empty();
        };
    }

    private static boolean isByMachine(RequestOpened opened) {
        Mail mail = opened.mail();
        return mail != null && mail.automatic();
    }

    /** A bot's reply is none, an automatic one is none, a note among colleagues is none. */
    private static boolean isAnswer(ReplySent reply) {
        return reply.visibility() == Visibility.PUBLIC && reply.author().kind() == AuthorKind.AGENT;
    }

    private static Instant whole(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
