package io.beforehand.localstack.demo;

import io.beforehand.events.AuthorKind;
import io.beforehand.events.ClockRef;
import io.beforehand.events.Event;
import io.beforehand.events.Metric;
import io.beforehand.events.NotificationEvent;
import io.beforehand.events.NotificationEvent.AcknowledgementSent;
import io.beforehand.events.NotificationEvent.AlertAcknowledged;
import io.beforehand.events.NotificationEvent.AlertRaised;
import io.beforehand.events.NotificationEvent.AlertResolved;
import io.beforehand.events.NotificationEvent.AnswerSuggested;
import io.beforehand.events.NotificationEvent.DeliveryFailed;
import io.beforehand.events.NotificationEvent.ReplyDelivered;
import io.beforehand.events.NotificationEvent.UpdateSent;
import io.beforehand.events.RequestEvent;
import io.beforehand.events.RequestEvent.CustomerMessaged;
import io.beforehand.events.RequestEvent.ReplySent;
import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.events.RequestEvent.StatusChanged;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.RoutingEvent;
import io.beforehand.events.RoutingEvent.QueueMoved;
import io.beforehand.events.RoutingEvent.RequestAssigned;
import io.beforehand.events.RoutingEvent.RequestQueued;
import io.beforehand.events.RoutingEvent.RequestReleased;
import io.beforehand.events.RoutingEvent.RequestTransferred;
import io.beforehand.events.SlaEvent;
import io.beforehand.events.SlaEvent.BreachEscalated;
import io.beforehand.events.SlaEvent.BreachForecast;
import io.beforehand.events.SlaEvent.ClockCancelled;
import io.beforehand.events.SlaEvent.ClockMet;
import io.beforehand.events.SlaEvent.ClockPaused;
import io.beforehand.events.SlaEvent.ClockResumed;
import io.beforehand.events.SlaEvent.ClockStarted;
import io.beforehand.events.SlaEvent.DeadlineBreached;
import io.beforehand.events.SlaEvent.OutcomeCorrected;
import io.beforehand.events.SlaEvent.UpdateDue;
import io.beforehand.events.SlaEvent.WarningRaised;
import io.beforehand.events.SlaEvent.WarningWithdrawn;
import io.beforehand.events.Visibility;
import io.beforehand.localstack.up.Printable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One event in words, for somebody who has never seen the product: who, what, which promise, how much time is left.
 *
 * @param words of messages that reached customers, by delivery
 */
record Telling(Subject it, Instant at, Map<String, String> words) {

    private static final int LONGEST_QUOTE = 200;

    Optional<Line> of(Event event) {
        return switch (event) {
            case RequestEvent request -> ofRequest(request);
            case RoutingEvent routing -> ofRouting(routing);
            case SlaEvent sla -> ofSla(sla);
            case NotificationEvent notification -> ofNotification(notification);
        };
    }

    private Optional<Line> ofRequest(RequestEvent event) {
        return switch (event) {
            case RequestOpened opened ->
                line(
                        Label.NEW,
                        "%s writes %s, %s"
                                .formatted(it.customer(), Words.by(opened.channel()), Words.of(opened.priority())),
                        opened.text());
            case CustomerMessaged message -> line(Label.AGAIN, it.customer() + " writes again", message.text());
            case ReplySent reply when isAnswer(reply) -> answer(reply);
            case StatusChanged changed -> status(changed.to());
            default -> Optional.empty();
        };
    }

    /** Told when the clock says in time or late; at once where no clock waits for it. */
    private Optional<Line> answer(ReplySent reply) {
        @Nullable String name = reply.author().name();
        it.answered(name == null ? "" : Printable.line(name, LONGEST_QUOTE), reply.text() == null ? "" : reply.text());
        return it.answerOwed().isPresent()
                ? Optional.empty()
                : line(Label.ANSWER, it.author() + " answers " + it.customer(), it.answer());
    }

    private Optional<Line> status(RequestStatus to) {
        String after = Words.span(Duration.between(it.openedAt(), at));
        return switch (to) {
            case RESOLVED ->
                line(Label.SOLVED, "%s is helped, %s after writing first".formatted(it.customer(), after), "");
            case OPEN -> line(Label.NOTE, it.customer() + "'s request is open again", "");
            case PENDING, ON_HOLD -> line(Label.NOTE, it.customer() + "'s request waits for something", "");
            case CLOSED -> Optional.empty();
        };
    }

    private Optional<Line> ofRouting(RoutingEvent event) {
        return switch (event) {
            case RequestAssigned assigned ->
                line(Label.OWNER, assigned.agentName() + " takes care of " + it.customer() + answerLeft(), "");
            case RequestTransferred moved ->
                line(Label.OWNER, moved.toAgentName() + " takes over " + it.customer() + answerLeft(), "");
            case RequestQueued queued ->
                line(
                        Label.QUEUE,
                        "everybody suitable is busy: %s is number %d in the queue%s"
                                .formatted(it.customer(), queued.position(), wait(queued.expectedWait())),
                        "");
            case QueueMoved moved ->
                line(
                        Label.QUEUE,
                        "%s is number %d in the queue now%s"
                                .formatted(it.customer(), moved.position(), wait(moved.expectedWait())),
                        "");
            case RequestReleased _ -> Optional.empty();
        };
    }

    private static String wait(@Nullable Duration expected) {
        return expected == null ? "" : ", some " + Words.span(expected) + " to wait";
    }

    private Optional<Line> ofSla(SlaEvent event) {
        return switch (event) {
            case WarningRaised warning ->
                line(
                        Label.WARNING,
                        "only %s%s left for %s; %s"
                                .formatted(
                                        Words.span(warning.left()),
                                        goal(warning.clock())
                                                .map(goal -> " of " + goal)
                                                .orElse(""),
                                        owed(warning),
                                        owner()),
                        "");
            case BreachForecast forecast
            when !forecast.withdrawn() ->
                line(Label.WARNING, "%s will come too late as things stand; %s".formatted(owed(forecast), owner()), "");
            case DeadlineBreached breach ->
                line(
                        Label.BROKEN,
                        "%s over without %s; %s"
                                .formatted(
                                        goal(breach.clock())
                                                .map(goal -> goal + " are")
                                                .orElse("time is"),
                                        owed(breach),
                                        owner()),
                        "");
            case ClockMet met
            when isAnswer(met.clock()) ->
                line(
                        Label.ANSWER,
                        "%s answers %s, %s"
                                .formatted(
                                        it.author(),
                                        it.customer(),
                                        met.late()
                                                ? Words.span(Duration.between(met.dueAt(), met.metAt())) + " too late"
                                                : Words.span(Duration.between(met.metAt(), met.dueAt()))
                                                        + " before time was up"),
                        it.answer());
            case OutcomeCorrected corrected ->
                line(
                        Label.NOTE,
                        "%s: the verdict was %s, and is %s now"
                                .formatted(owed(corrected), corrected.from(), corrected.to()),
                        "");
            case BreachForecast _, ClockMet _, ClockStarted _, ClockPaused _, ClockResumed _ -> Optional.empty();
            case ClockCancelled _, UpdateDue _, WarningWithdrawn _, BreachEscalated _ -> Optional.empty();
        };
    }

    private Optional<Line> ofNotification(NotificationEvent event) {
        return switch (event) {
            case AcknowledgementSent sent ->
                line(
                        Label.TOLD,
                        it.customer() + " hears that it arrived"
                                + (sent.expectedBy() == null
                                        ? ""
                                        : ", and to expect an answer within "
                                                + Words.span(Duration.between(at, sent.expectedBy()))),
                        "");
            case UpdateSent sent ->
                line(
                        Label.UPDATE,
                        it.customer() + " hears how things stand",
                        words.getOrDefault(sent.deliveryId(), ""));
            case AlertAcknowledged acknowledged ->
                line(Label.ON_CALL, acknowledged.by() + " looks after " + it.customer() + " now", "");
            case DeliveryFailed failed ->
                line(Label.NOTE, "a message to " + it.customer() + " did not arrive: " + failed.reason(), "");
            case ReplyDelivered _, AnswerSuggested _, AlertRaised _, AlertResolved _ -> Optional.empty();
        };
    }

    private String owed(SlaEvent event) {
        return Words.owed(event.clock().metric(), it.customer());
    }

    /** How long was promised. */
    private Optional<String> goal(ClockRef clock) {
        return it.promise(clock).map(promise -> Words.span(promise.goal()));
    }

    private String owner() {
        return it.owner().isEmpty() ? "nobody has it" : it.owner() + " has it";
    }

    private String answerLeft() {
        return it.answerOwed()
                .map(promise -> Duration.between(at, promise.dueAt()))
                .map(left -> left.isNegative()
                        ? "; the answer is " + Words.span(left) + " late"
                        : "; " + Words.span(left) + " left to answer")
                .orElse("");
    }

    private static boolean isAnswer(ReplySent reply) {
        return reply.visibility() == Visibility.PUBLIC && reply.author().kind() == AuthorKind.AGENT;
    }

    private static boolean isAnswer(ClockRef clock) {
        return clock.metric().equals(Metric.FIRST_RESPONSE) || clock.metric().equals(Metric.NEXT_RESPONSE);
    }

    private Optional<Line> line(Label label, String text, @Nullable String quote) {
        String words = quote == null ? "" : Printable.line(quote, LONGEST_QUOTE);
        return Optional.of(new Line(at, it.number(), label, text, words));
    }
}
