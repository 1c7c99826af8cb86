package io.beforehand.intake.request.core;

import io.beforehand.events.RequestStatus;
import io.beforehand.intake.request.core.Command.CustomerMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a batch of calls may read or change: what has to be locked and loaded before it is decided.
 *
 * @param messaged the conversation of each message of a customer: each may open a request
 * @param answerable those of them in which a channel's own webhook told the message: what answers it may have come before
 * @param conversations those that something else names
 * @param awaited of these, those whose first message may be about to be stored: they are waited for
 * @param mails who wrote in which conversation by mail
 * @param natives messages that channels name, to be changed
 * @param arriving messages that channels name and that come now
 * @param mergedRequests those that are to go on in others
 * @param merges customers who are to become one person
 * @param ends whether a request may be resolved or closed
 */
public record Touched(
        List<ConversationKey> messaged,
        Set<ConversationKey> answerable,
        Set<ConversationKey> conversations,
        Set<ConversationKey> awaited,
        Set<String> requests,
        Set<CustomerKey> customers,
        Set<EventKey> events,
        List<Letter> mails,
        Set<NativeMessage> natives,
        Set<NativeMessage> arriving,
        Set<String> mergedRequests,
        List<Merge> merges,
        boolean ends) {

    public static Touched by(List<Call> calls) {
        List<Submission> submissions =
                calls.stream().flatMap(call -> call.submissions().stream()).toList();
        Touched touched = new Touched(
                new ArrayList<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new ArrayList<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new ArrayList<>(),
                submissions.stream().anyMatch(s -> ends(s.command())));
        submissions.forEach(touched::add);
        calls.stream()
                .filter(Call::lenient)
                .flatMap(call -> call.submissions().stream())
                .forEach(submission -> named(submission.command()).ifPresent(touched.awaited::add));
        return touched;
    }

    /** @param sender in lower case */
    record Letter(ConversationKey conversation, String sender) {}

    /** The addresses of those who wrote by mail. */
    public Set<String> senders() {
        return mails.stream().map(Letter::sender).collect(Collectors.toSet());
    }

    /**
     * How often a request may be opened, given what is known: once for each message to a conversation without a live one, as
     * every call but one may be refused; once for each mail of somebody who has no part in the live one; and for any message if a
     * request may be over before it.
     */
    public int openingsAtMost(Known known) {
        if (ends) {
            return messaged.size();
        }
        Draft draft = Draft.of(known, Instant.EPOCH);
        return (int) (messaged.stream()
                        .filter(key -> live(draft, key).isEmpty())
                        .count()
                + mails.stream().filter(mail -> isStrangers(draft, mail)).count());
    }

    private static boolean isStrangers(Draft draft, Letter mail) {
        return live(draft, mail.conversation())
                .filter(request -> draft.participants
                        .get(new Participant(request.id(), mail.sender()))
                        .isEmpty())
                .isPresent();
    }

    private static Optional<Request> live(Draft draft, ConversationKey key) {
        return draft.findLatest(key).filter(request -> request.stage() instanceof Stage.Live);
    }

    private static boolean ends(Command command) {
        return command instanceof Command.MergeRequest
                || (command instanceof Command.SetStatus status
                        && (status.status() == RequestStatus.RESOLVED || status.status() == RequestStatus.CLOSED));
    }

    private void add(Submission submission) {
        switch (submission.identity()) {
            case Identity.Named(EventKey key, Fingerprint _) -> events.add(key);
            case Identity.FirstNamed(EventKey key, Fingerprint _) -> events.add(key);
            case Identity.Anonymous() -> {}
        }
        switch (submission.command()) {
            case CustomerMessage message -> add(message);
            case Command.MissedCall missed -> add(missed.call());
            case Command.Amend edit -> add(edit.message(), edit.in());
            case Command.Retract retraction -> add(retraction.message(), retraction.in());
            case Command.ChannelReceipt told -> conversations.add(told.conversation());
            case Command.OptOut out -> add(out.target());
            case Command.OptIn in -> add(in.target());
            case Command.AnswerPage answer -> requests.add(answer.requestId());
            case Command.Reply reply -> add(reply.target());
            case Command.Echo(Command.Reply reply) -> add(reply.target());
            case Command.SetStatus status -> add(status.target());
            case Command.Reclassify change -> add(change.target());
            case Command.DeliveryReceipt told -> requests.add(told.requestId());
            case Command.MergeIdentity merge -> {
                merges.add(new Merge(merge.from(), merge.into()));
                customers.add(merge.from());
                customers.add(merge.into());
            }
            case Command.MergeRequest merge -> {
                mergedRequests.add(merge.from());
                requests.add(merge.from());
                requests.add(merge.into());
            }
            case Command.PassOver() -> {}
        }
    }

    private void add(CustomerMessage message) {
        messaged.add(message.conversation());
        customers.add(message.customerKey());
        message.named().ifPresent(arriving::add);
        if (message.channel() != null) {
            answerable.add(message.conversation());
        }
        if (message.mail() != null) {
            mails.add(new Letter(message.conversation(), message.customer().id()));
        }
    }

    private void add(NativeMessage message, @Nullable ConversationKey in) {
        natives.add(message);
        if (in != null) {
            conversations.add(in);
        }
    }

    /** The conversation in which a channel tells something other than a message. */
    private static Optional<ConversationKey> named(Command command) {
        return switch (command) {
            case Command.Amend edit -> Optional.ofNullable(edit.in());
            case Command.Retract retraction -> Optional.ofNullable(retraction.in());
            case Command.ChannelReceipt told -> Optional.of(told.conversation());
            case Command.OptOut out -> named(out.target());
            case Command.OptIn in -> named(in.target());
            case Command.Reply reply -> named(reply.target());
            case Command.Echo(Command.Reply reply) -> named(reply.target());
            case Command.SetStatus status -> named(status.target());
            case Command.Reclassify change -> named(change.target());
            case CustomerMessage _,
                    Command.MissedCall _,
                    Command.AnswerPage _,
                    Command.DeliveryReceipt _,
                    Command.MergeIdentity _,
                    Command.MergeRequest _,
                    Command.PassOver _ -> Optional.empty();
        };
    }

    private static Optional<ConversationKey> named(Target target) {
        return target instanceof Target.OfConversation(ConversationKey conversation)
                ? Optional.of(conversation)
                : Optional.empty();
    }

    private void add(Target target) {
        switch (target) {
            case Target.OfRequest(String requestId) -> requests.add(requestId);
            case Target.OfConversation(ConversationKey conversation) -> conversations.add(conversation);
        }
    }
}
