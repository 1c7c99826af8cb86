package io.beforehand.intake.channel;

import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import io.beforehand.events.Visibility;
import io.beforehand.intake.request.core.Command;
import io.beforehand.intake.request.core.ConversationKey;
import io.beforehand.intake.request.core.Target;

/** Notes that the system makes in a request. */
final class Notes {

    private static final Author CALL = new Author(AuthorKind.SYSTEM, "call", null);

    private Notes() {}

    static Command of(ConversationKey in, String note) {
        return new Command.Reply(new Target.OfConversation(in), CALL, Visibility.INTERNAL, note, false);
    }
}
