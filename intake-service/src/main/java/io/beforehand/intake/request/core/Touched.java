package io.beforehand.intake.request.core;

import io.beforehand.intake.request.core.Command.CustomerMessage;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that a batch of calls may read or change: what has to be locked and loaded before it is decided.
 *
 * @param opening conversations that a customer writes in, so that a request may have to be opened for them
 * @param conversations those that something else names
 */
public record Touched(
        Set<ConversationKey> opening,
        Set<ConversationKey> conversations,
        Set<String> requests,
        Set<CustomerKey> customers,
        Set<EventKey> events,
        int customerMessages) {

    public static Touched by(List<Call> calls) {
        Touched touched = new Touched(
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                (int) submissions(calls).stream()
                        .filter(s -> s.command() instanceof CustomerMessage)
                        .count());
        submissions(calls).forEach(touched::add);
        return touched;
    }

    private static Collection<Submission> submissions(List<Call> calls) {
        return calls.stream().flatMap(call -> call.submissions().stream()).toList();
    }

    private void add(Submission submission) {
        if (submission.identity() instanceof Identity.Named named) {
            events.add(named.key());
        }
        switch (submission.command()) {
            case CustomerMessage message -> {
                opening.add(message.conversation());
                customers.add(message.customerKey());
            }
            case Command.Reply reply -> add(reply.target());
            case Command.SetStatus status -> add(status.target());
            case Command.Reclassify change -> add(change.target());
            case Command.PassOver() -> {}
        }
    }

    private void add(Target target) {
        switch (target) {
            case Target.OfRequest(String requestId) -> requests.add(requestId);
            case Target.OfConversation(ConversationKey conversation) -> conversations.add(conversation);
        }
    }
}
