package io.beforehand.intake.request.core;

import io.beforehand.events.RequestEvent;
import io.beforehand.intake.request.core.Command.Amend;
import io.beforehand.intake.request.core.Command.CustomerMessage;
import io.beforehand.intake.request.core.Command.Retract;
import java.util.Optional;

/** What customers do to messages that channels name: change them, take them back. */
final class Natives {

    private Natives() {}

    /** From now on the message is found by the channel's name of it. */
    static void remember(Draft draft, CustomerMessage said, Located where) {
        ChannelMessage channel = said.channel();
        if (channel != null && channel.nativeId() != null) {
            ConversationKey in = said.conversation();
            draft.natives.put(new NativeMessage(in.channel(), in.account(), channel.nativeId()), where);
        }
    }

    static Step.Result amend(Step step, Amend edit) {
        Optional<Located> found = step.draft().natives.get(edit.message());
        if (found.isEmpty()) {
            return step.done(Receipt.PASSED_OVER);
        }
        Located at = found.get();
        step.draft()
                .revisions
                .add(new Revision.Amended(at.requestId(), at.messageId(), edit.text(), step.occurredAt()));
        return tell(step, at, new RequestEvent.MessageAmended(at.messageId(), EventText.of(edit.text())));
    }

    static Step.Result retract(Step step, Retract retraction) {
        Optional<Located> found = step.draft().natives.get(retraction.message());
        if (found.isEmpty()) {
            return step.done(Receipt.PASSED_OVER);
        }
        Located at = found.get();
        step.draft().revisions.add(new Revision.Retracted(at.requestId(), at.messageId(), step.occurredAt()));
        return tell(step, at, new RequestEvent.MessageRetracted(at.messageId()));
    }

    private static Step.Result tell(Step step, Located at, RequestEvent event) {
        Optional<Request> request = step.draft().requests.get(at.requestId());
        if (request.isEmpty()) {
            return step.done(Receipt.PASSED_OVER);
        }
        step.draft().tell(request.get(), event, step.occurredAt(), step.trace());
        return step.done(new Receipt(Outcome.RECORDED, at.requestId(), at.messageId()));
    }
}
