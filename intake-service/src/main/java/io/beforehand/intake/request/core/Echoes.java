package io.beforehand.intake.request.core;

import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import io.beforehand.intake.request.core.Command.Reply;
import java.time.Duration;

/**
 * Tells what a person wrote in a channel's inbox from what the inbox sent by itself. Channels do not say; but greetings, and words that
 * nobody is there, follow a customer's first message at once, and nobody reads and answers that fast.
 */
final class Echoes {

    /** Within which nobody has answered what opened a request. */
    static final Duration AT_ONCE = Duration.ofSeconds(5);

    /** What comes later than that after it happened says nothing of how fast it was: the channel was held up. */
    static final Duration PROMPT = Duration.ofSeconds(30);

    /** Opening, and perhaps whose request it is. */
    private static final int JUST_OPENED = 2;

    private static final Author MACHINE = new Author(AuthorKind.BOT, null, null);

    private Echoes() {}

    static Reply judged(Step step, Request request, Reply reply) {
        return isAutomatic(step, request)
                ? new Reply(reply.target(), MACHINE, reply.visibility(), reply.text(), reply.deliver(), reply.channel())
                : reply;
    }

    private static boolean isAutomatic(Step step, Request request) {
        boolean first = request.lastSequence() <= JUST_OPENED;
        boolean atOnce = !step.receivedAt().isAfter(request.changedAt().plus(AT_ONCE));
        boolean prompt = !step.occurredAt().isBefore(step.receivedAt().minus(PROMPT));
        return first && atOnce && prompt;
    }
}
