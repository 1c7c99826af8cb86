package io.beforehand.intake.request.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A customer's change of a message that came before the message itself, as channels that try again do not keep their order. */
public sealed interface EarlyChange {

    /**
     * It is kept until its message comes.
     *
     * @param in the conversation, where the channel says it
     * @param retracted whether the message is taken back
     * @param text what the message says from now on, if it is not
     */
    record Waiting(
            @Nullable ConversationKey in,
            boolean retracted,
            @Nullable String text,
            Instant at) implements EarlyChange {

        /** What counts of two: what is taken back stays so, and otherwise what was changed last. */
        Waiting and(Waiting other) {
            boolean counts = !retracted && (other.retracted || !other.at.isBefore(at));
            return (counts ? other : this).in(in == null ? other.in : in);
        }

        private Waiting in(@Nullable ConversationKey conversation) {
            return new Waiting(conversation, retracted, text, at);
        }
    }

    /** Its message has come, and was changed. */
    record Done() implements EarlyChange {}
}
