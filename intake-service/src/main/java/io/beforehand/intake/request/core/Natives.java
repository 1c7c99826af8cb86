package io.beforehand.intake.request.core;

import io.beforehand.events.RequestEvent;
import io.beforehand.intake.request.core.Command.Amend;
import io.beforehand.intake.request.core.Command.CustomerMessage;
import io.beforehand.intake.request.core.Command.Retract;
import java.util.Optional;
import java.util.function.Function;

/** What customers do to messages that channels name: change them, take them back. */
final class Natives {

    private Natives() {}

    /** From now on the message is found by the channel's name of it. */
    static void remember(Draft draft, CustomerMessage said, Located where) {
        ChannelMessage channel = said.channel();
        if (channel != null && channel.nativeId() != null) {
            ConversationKey in = said.conversation();
            draft.natives.put(new NativeMessage(in.channel(), channel.kind(), in.account(), channel.nativeId()), where);
        }
    }

    static Step.Result amend(Step step, Amend edit) {
        return change(
                step,
                edit.message(),
                at -> new Revision.Amended(at.requestId(), at.messageId(), edit.text(), step.occurredAt()),
                at -> new RequestEvent.MessageAmended(at.messageId(), EventText.of(edit.text())));
    }

    static Step.Result retract(Step step, Retract retraction) {
        return change(
                step,
                retraction.message(),
                at -> new Revision.Retracted(at.requestId(), at.messageId(), step.occurredAt()),
                at -> new RequestEvent.MessageRetracted(at.messageId()));
    }

    /** A message that is not known is refused, so that the change counts if it comes again after its message. */
    private static Step.Result change(
            Step step,
            NativeMessage message,
            Function<Located, Revision> revision,
            Function<Located, RequestEvent> event) {
        Draft draft = step.draft();
        Optional<Located> found = draft.natives.get(message);
        Optional<Request> request = found.flatMap(at -> draft.requests.get(at.requestId()));
        if (found.isEmpty() || request.isEmpty()) {
            return step.refuse(new Refusal.RequestUnknown(step.place()));
        }
        Located at = found.get();
        if (at.retracted()) {
            return step.done(new Receipt(Outcome.IGNORED, at.requestId(), at.messageId()));
        }
        Revision revised = revision.apply(at);
        draft.revisions.add(revised);
        if (revised instanceof Revision.Retracted) {
            draft.natives.put(message, new Located(at.requestId(), at.messageId(), true));
        }
        draft.tell(request.get(), event.apply(at), step.occurredAt(), step.trace());
        return step.done(new Receipt(Outcome.RECORDED, at.requestId(), at.messageId()));
    }
}
