package io.beforehand.intake.request.core;

import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import io.beforehand.events.Channel;
import io.beforehand.events.RequestEvent;
import io.beforehand.events.Visibility;
import io.beforehand.intake.classification.core.Classifier;
import io.beforehand.intake.request.core.Command.CustomerMessage;
import io.beforehand.intake.request.core.Command.DeliveryReceipt;
import io.beforehand.intake.request.core.Command.MergeIdentity;
import io.beforehand.intake.request.core.Command.MergeRequest;
import io.beforehand.intake.request.core.Command.PassOver;
import io.beforehand.intake.request.core.Command.Reclassify;
import io.beforehand.intake.request.core.Command.Reply;
import io.beforehand.intake.request.core.Command.SetStatus;
import io.beforehand.intake.request.core.Message.Direction;
import java.util.List;
import java.util.Optional;

/** Decides one submission, whoever submitted it. */
final class SubmissionDecider {

    /** Who notes what becomes of calls. */
    private static final Author CALL = new Author(AuthorKind.SYSTEM, "call", null);

    private final MessageDecider messages;
    private final Reopening reopening;
    private final Identifiers identifiers;

    SubmissionDecider(Classifier classifier, Reopening reopening, Identifiers identifiers) {
        this.messages = new MessageDecider(classifier, reopening, identifiers);
        this.reopening = reopening;
        this.identifiers = identifiers;
    }

    Step.Result decide(Step step, Command command) {
        return switch (command) {
            case CustomerMessage message -> step.done(said(step, message));
            case Reply reply -> answer(step, reply, false);
            case Command.Echo(Reply reply) -> answer(step, reply, true);
            case SetStatus status -> onRequest(step, status.target(), request -> setStatus(step, request, status));
            case Reclassify change -> onRequest(step, change.target(), request -> reclassify(step, request, change));
            case DeliveryReceipt told ->
                tell(step, told.requestId(), new RequestEvent.ReceiptReceived(told.deliveryId(), told.state()));
            case Command.ChannelReceipt told ->
                tellIn(
                        step,
                        new Target.OfConversation(told.conversation()),
                        new RequestEvent.ReceiptReceived(
                                told.nativeId(),
                                told.state(),
                                told.conversation().ref()));
            case Command.Amend edit -> Natives.amend(step, edit);
            case Command.Retract retraction -> Natives.retract(step, retraction);
            case Command.MissedCall missed -> missedCall(step, missed);
            case Command.OptOut out ->
                onRequest(
                        step,
                        out.target(),
                        request -> tell(
                                step,
                                request.id(),
                                new RequestEvent.ContactOptedOut(
                                        out.channel(),
                                        account(out.channel(), out.account(), request),
                                        out.address(),
                                        out.deliveryId())));
            case Command.OptIn in ->
                onRequest(
                        step,
                        in.target(),
                        request -> tell(
                                step,
                                request.id(),
                                new RequestEvent.ContactOptedIn(
                                        in.channel(), account(in.channel(), in.account(), request), in.address())));
            case Command.AnswerPage answer ->
                tell(step, answer.requestId(), new RequestEvent.PageAnswered(answer.alertId(), answer.by()));
            case MergeIdentity merge -> IdentityDecider.decide(step, merge);
            case MergeRequest merge -> RequestMerging.decide(step, merge);
            case PassOver() -> step.done(Receipt.PASSED_OVER);
        };
    }

    /** What becomes of the mails of several mailboxes may be told at one of them. */
    private static String account(Channel channel, String told, Request request) {
        return channel == Channel.EMAIL ? request.customer().account() : told;
    }

    private interface OnRequest {
        Step.Result decide(Request request);
    }

    private static Step.Result onRequest(Step step, Target target, OnRequest decision) {
        Optional<Request> request = step.draft().find(target);
        return request.isPresent()
                ? decision.decide(request.get())
                : step.refuse(new Refusal.RequestUnknown(step.place()));
    }

    /** With what was said in the conversation already, if the message opens a request there. */
    private Receipt said(Step step, CustomerMessage message) {
        Receipt receipt = messages.decide(step, message);
        String requestId = receipt.requestId();
        if (receipt.outcome() == Outcome.OPENED && requestId != null) {
            for (EarlyAnswer early : EarlyAnswers.take(step, message.conversation())) {
                Step then = step.at(early.at(), early.atSource());
                answer(then, EarlyAnswers.reply(early, requestId), early.echoed());
            }
        }
        return receipt;
    }

    /** What may be the answer to a message that has not come yet is kept until that comes; whatever it is, it was said. */
    private Step.Result answer(Step step, Reply reply, boolean echoed) {
        Draft draft = step.draft();
        Optional<Request> found = draft.find(reply.target());
        Optional<EarlyAnswer> early = found.isEmpty() || isOver(step, found.get(), reply)
                ? EarlyAnswers.of(step, reply, echoed, identifiers)
                : Optional.empty();
        early.ifPresent(answer -> EarlyAnswers.keep(draft, reply.target(), answer));
        if (found.isEmpty()) {
            return early.isPresent()
                    ? step.done(Receipt.PASSED_OVER)
                    : step.refuse(new Refusal.RequestUnknown(step.place()));
        }
        Step.Result result = reply(step, found.get(), echoed ? Echoes.judged(step, reply) : reply);
        if (early.isPresent()) {
            draft.letRest(found.get());
        }
        return result;
    }

    /**
     * Whether its customer could not have reopened it any more when that was said, so that what he wrote before opens another. Where the
     * channel does not tell when, it is rather the last word.
     */
    private boolean isOver(Step step, Request request, Reply reply) {
        return request.stage() instanceof Stage.Over over
                && step.occurredAtSource() != null
                && step.occurredAt().isAfter(request.changedAt())
                && !reopening.isInTime(over, reply.threaded(), request.changedAt(), step.occurredAt());
    }

    /** What was said elsewhere was said, whatever the stage; but nothing new is sent in a request that is closed. */
    private Step.Result reply(Step step, Request request, Reply reply) {
        if (reply.deliver() && request.isClosed()) {
            return notAllowed(step, request, "reply");
        }
        Message message = new Message(
                identifiers.next(),
                request.id(),
                Direction.of(reply.visibility()),
                reply.author(),
                reply.text(),
                List.of(),
                step.occurredAt(),
                step.occurredAtSource(),
                step.receivedAt(),
                reply.deliver(),
                null,
                reply.channel());
        step.draft().say(message);
        RequestEvent event = new RequestEvent.ReplySent(
                message.id(),
                reply.author(),
                reply.visibility(),
                reply.deliver() ? reply.text() : EventText.of(reply.text()),
                reply.deliver(),
                step.receivedAt());
        Request replied = message.isAnswer() ? request.settled(step.occurredAt()) : request;
        step.draft().tell(replied, event, step.occurredAt(), step.trace());
        return step.done(new Receipt(Outcome.RECORDED, request.id(), message.id()));
    }

    private static Step.Result setStatus(Step step, Request request, SetStatus wanted) {
        Optional<Stage> next = request.stage().moveTo(wanted.status(), wanted.party());
        if (next.isEmpty()) {
            return notAllowed(step, request, wanted.status().wireName());
        }
        if (next.get().equals(request.stage())) {
            return step.done(new Receipt(Outcome.IGNORED, request.id(), null));
        }
        RequestEvent event = new RequestEvent.StatusChanged(
                request.stage().status(), wanted.status(), wanted.reason(), wanted.party());
        Request moved = request.in(next.get());
        step.draft()
                .tell(
                        next.get() instanceof Stage.Over ? moved.settled(step.occurredAt()) : moved,
                        event,
                        step.occurredAt(),
                        step.trace());
        return step.done(new Receipt(Outcome.RECORDED, request.id(), null));
    }

    private static Step.Result reclassify(Step step, Request request, Reclassify change) {
        Classification after = request.classification().with(change);
        if (after.equals(request.classification())) {
            return step.done(new Receipt(Outcome.IGNORED, request.id(), null));
        }
        if (request.isClosed()) {
            return notAllowed(step, request, "change");
        }
        RequestEvent event =
                new RequestEvent.RequestChanged(after.priority(), after.tier(), after.category(), after.team());
        step.draft().tell(request.as(after), event, step.occurredAt(), step.trace());
        step.draft().relabel(request.id(), Relabelling.by(request.classification(), after));
        return step.done(new Receipt(Outcome.RECORDED, request.id(), null));
    }

    /** What is told of a request that is not known, or not any more, is of no use to anybody. */
    private static Step.Result tell(Step step, String requestId, RequestEvent event) {
        Optional<Request> request = step.draft().requests.get(requestId);
        if (request.isEmpty()) {
            return step.done(Receipt.PASSED_OVER);
        }
        step.draft().tell(request.get(), event, step.occurredAt(), step.trace());
        return step.done(new Receipt(Outcome.RECORDED, requestId, null));
    }

    private static Step.Result tellIn(Step step, Target target, RequestEvent event) {
        return onRequest(step, target, request -> tell(step, request.id(), event));
    }

    private Step.Result missedCall(Step step, Command.MissedCall missed) {
        Optional<Request> request =
                step.draft().find(new Target.OfConversation(missed.call().conversation()));
        return request.isEmpty()
                ? step.done(said(step, missed.call()))
                : reply(
                        step,
                        request.get(),
                        new Reply(
                                new Target.OfRequest(request.get().id()),
                                CALL,
                                Visibility.INTERNAL,
                                missed.note(),
                                false));
    }

    private static Step.Result notAllowed(Step step, Request request, String wanted) {
        return step.refuse(
                new Refusal.TransitionNotAllowed(step.place(), request.stage().status(), wanted));
    }
}
