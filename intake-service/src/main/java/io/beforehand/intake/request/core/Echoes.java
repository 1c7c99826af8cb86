package io.beforehand.intake.request.core;

import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import io.beforehand.intake.request.core.Command.Reply;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells what a person wrote in a channel's inbox from what the inbox sent by itself. Channels do not say; but greetings, and words that
 * nobody is there, follow the message that opened a request at once, and nobody reads and answers that fast.
 */
final class Echoes {

    /** Within which nobody has answered what opened a request. */
    static final Duration AT_ONCE = Duration.ofSeconds(5);

    private static final Author MACHINE = new Author(AuthorKind.BOT, null, null);

    private Echoes() {}

    static Reply judged(Step step, Request request, Reply reply) {
        return isAutomatic(step, request)
                ? new Reply(reply.target(), MACHINE, reply.visibility(), reply.text(), reply.deliver(), reply.channel())
                : reply;
    }

    /** By the times that the channel tells, as it may deliver late. Nor is a person needed for what follows the end of a request. */
    private static boolean isAutomatic(Step step, Request request) {
        Instant since = request.settledAt();
        return !step.occurredAt().isBefore(since) && !step.occurredAt().isAfter(since.plus(AT_ONCE));
    }
}
