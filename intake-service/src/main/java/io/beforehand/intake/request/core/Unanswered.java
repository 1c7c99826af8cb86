package io.beforehand.intake.request.core;

import io.beforehand.intake.request.core.Message.Direction;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What waits for an answer in a request, and in those that were merged into it.
 *
 * @param questions the oldest first
 */
public record Unanswered(List<Question> questions) {

    public static final Unanswered NOTHING = new Unanswered(List.of());

    public Unanswered {
        questions = questions.stream().sorted(Question.ORDER).toList();
    }

    Optional<Question> oldest() {
        return questions.stream().findFirst();
    }

    /** After one more message. An agent's reply answers all that was asked by then. */
    Unanswered after(Message message) {
        if (message.direction() == Direction.IN) {
            return and(new Unanswered(List.of(Question.of(message))));
        }
        return message.isAnswer() ? only(asked -> asked.occurredAt().isAfter(message.occurredAt())) : this;
    }

    /** After the customer took a message back. */
    Unanswered without(String messageId) {
        return only(asked -> !asked.messageId().equals(messageId));
    }

    public Unanswered and(Unanswered others) {
        return new Unanswered(
                Stream.concat(questions.stream(), others.questions.stream()).toList());
    }

    private Unanswered only(Predicate<Question> which) {
        return new Unanswered(questions.stream().filter(which).toList());
    }
}
