package io.beforehand.intake.request.core;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A message of a customer that no agent has answered. */
public record Question(String messageId, @Nullable String text, Instant occurredAt, Instant receivedAt) {

    static final Comparator<Question> ORDER =
            Comparator.comparing(Question::occurredAt).thenComparing(Question::messageId);

    static Question of(Message message) {
        return new Question(message.id(), message.text(), message.occurredAt(), message.receivedAt());
    }
}
