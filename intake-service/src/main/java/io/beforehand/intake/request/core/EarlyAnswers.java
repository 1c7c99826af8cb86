package io.beforehand.intake.request.core;

import io.beforehand.events.Visibility;
import io.beforehand.intake.request.core.Command.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Keeps what was said to customers until the message comes that it answers, as channels that try again do not keep their order. */
final class EarlyAnswers {

    /** For how long a message may have been on its way, where its channel does not tell when it was said. */
    static final Duration HELD_UP = Duration.ofHours(1);

    private EarlyAnswers() {}

    /** The reply as one, if it can be: only channels' own webhooks tell of conversations that may be known later. */
    static Optional<EarlyAnswer> of(Step step, Reply reply, boolean echoed, Identifiers identifiers) {
        ChannelMessage channel = reply.channel();
        return channel == null
                        || reply.visibility() != Visibility.PUBLIC
                        || !(reply.target() instanceof Target.OfConversation)
                ? Optional.empty()
                : Optional.of(new EarlyAnswer(
                        identifiers.next(),
                        reply.author(),
                        reply.text(),
                        echoed,
                        channel,
                        step.occurredAt(),
                        step.occurredAtSource()));
    }

    static void keep(Draft draft, Target target, EarlyAnswer answer) {
        if (target instanceof Target.OfConversation(ConversationKey conversation)) {
            List<EarlyAnswer> kept =
                    new ArrayList<>(draft.earlyAnswers.get(conversation).orElse(List.of()));
            kept.add(answer);
            draft.earlyAnswers.put(conversation, List.copyOf(kept));
        }
    }

    /** Those that answer the message, the first first. None is kept any longer: earlier ones answered what was never known. */
    static List<EarlyAnswer> take(Step step, ConversationKey conversation) {
        List<EarlyAnswer> kept = step.draft().earlyAnswers.get(conversation).orElse(List.of());
        if (!kept.isEmpty()) {
            step.draft().earlyAnswers.put(conversation, List.of());
        }
        return kept.stream()
                .filter(answer -> answers(answer, step))
                .map(answer -> answer.at().isBefore(step.occurredAt()) ? answer.at(step.occurredAt()) : answer)
                .sorted(Comparator.comparing(EarlyAnswer::at))
                .toList();
    }

    /** Where the channel does not tell both times, the one that is missing is when we heard of it, which says nothing of their order. */
    private static boolean answers(EarlyAnswer answer, Step message) {
        boolean told = answer.atSource() != null && message.occurredAtSource() != null;
        return !answer.at()
                .isBefore(told ? message.occurredAt() : message.occurredAt().minus(HELD_UP));
    }

    static Reply reply(EarlyAnswer answer, String requestId) {
        return new Reply(
                new Target.OfRequest(requestId),
                answer.author(),
                Visibility.PUBLIC,
                answer.text(),
                false,
                answer.channel());
    }
}
