package io.beforehand.intake.request.core;

import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import io.beforehand.intake.request.core.Command.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells what a person wrote in a channel's inbox from what the inbox sent by itself. Channels do not say; but greetings, and words that
 * nobody is there, follow the message that opened a request at once, and nobody reads and answers that fast.
 */
final class Echoes {

    /** Within which nobody has answered what opened a request. */
    static final Duration AT_ONCE = Duration.ofSeconds(5);

    private static final Author MACHINE = new Author(AuthorKind.BOT, null, null);

    private Echoes() {}

    static Reply judged(Step step, Reply reply) {
        return answered(step.draft(), reply.target())
                        .filter(request -> isAutomatic(step, request))
                        .isPresent()
                ? new Reply(
                        reply.target(),
                        MACHINE,
                        reply.visibility(),
                        reply.text(),
                        reply.deliver(),
                        reply.channel(),
                        reply.threaded())
                : reply;
    }

    /** The request that the conversation is of itself, also where it goes on in another: that is the one it opened. */
    private static Optional<Request> answered(Draft draft, Target target) {
        return switch (target) {
            case Target.OfRequest(String requestId) -> draft.requests.get(requestId);
            case Target.OfConversation(ConversationKey conversation) ->
                draft.conversations.get(conversation).flatMap(draft.requests::get);
        };
    }

    /**
     * By the times that the channel tells, as it may deliver late, and whatever was said meanwhile. What lies before the opening answers
     * something else, and nothing by itself.
     */
    private static boolean isAutomatic(Step step, Request request) {
        Instant opened = request.openedAt();
        return !step.occurredAt().isBefore(opened) && !step.occurredAt().isAfter(opened.plus(AT_ONCE));
    }
}
