package io.beforehand.intake.request.core;

import io.beforehand.events.RequestEvent;
import io.beforehand.intake.request.core.Command.Amend;
import io.beforehand.intake.request.core.Command.CustomerMessage;
import io.beforehand.intake.request.core.Command.Retract;
import io.beforehand.intake.request.core.EarlyChange.Waiting;
import java.time.Instant;
import java.util.Optional;

/**
 * What customers do to messages that channels name: change them, take them back. What comes before its message is kept until that
 * comes, and counts then.
 */
final class Natives {

    private Natives() {}

    /** From now on the message is found by the channel's name of it. */
    static void remember(Draft draft, CustomerMessage said, Located where) {
        said.named().ifPresent(name -> draft.natives.put(name, where));
    }

    /** Has what came before the message change it, now that it is told. */
    static void catchUp(Step step, CustomerMessage said) {
        Draft draft = step.draft();
        said.named().ifPresent(name -> {
            if (draft.early.get(name).orElse(null) instanceof Waiting change) {
                draft.early.put(name, new EarlyChange.Done());
                Instant at = change.at().isBefore(step.occurredAt()) ? step.occurredAt() : change.at();
                change(step, name, new Waiting(change.in(), change.retracted(), change.text(), at));
            }
        });
    }

    static Step.Result amend(Step step, Amend edit) {
        return change(step, edit.message(), new Waiting(edit.in(), false, edit.text(), step.occurredAt()));
    }

    static Step.Result retract(Step step, Retract retraction) {
        return change(step, retraction.message(), new Waiting(retraction.in(), true, null, step.occurredAt()));
    }

    private static Step.Result change(Step step, NativeMessage message, Waiting change) {
        Draft draft = step.draft();
        Optional<Located> found = draft.natives.get(message);
        Optional<Request> request = found.flatMap(at -> draft.requests.get(at.requestId()));
        if (found.isEmpty() || request.isEmpty()) {
            keep(draft, message, change);
            return step.done(Receipt.PASSED_OVER);
        }
        Located at = found.get();
        if (at.retracted()) {
            return step.done(new Receipt(Outcome.IGNORED, at.requestId(), at.messageId()));
        }
        RequestEvent event;
        if (change.retracted()) {
            draft.revisions.add(new Revision.Retracted(at.requestId(), at.messageId(), change.at()));
            draft.natives.put(message, new Located(at.requestId(), at.messageId(), true));
            draft.unsay(request.get(), at.messageId());
            event = new RequestEvent.MessageRetracted(at.messageId());
        } else {
            draft.revisions.add(new Revision.Amended(at.requestId(), at.messageId(), change.text(), change.at()));
            event = new RequestEvent.MessageAmended(at.messageId(), EventText.of(change.text()));
        }
        draft.tell(request.get(), event, change.at(), step.trace());
        return step.done(new Receipt(Outcome.RECORDED, at.requestId(), at.messageId()));
    }

    private static void keep(Draft draft, NativeMessage message, Waiting change) {
        draft.early.put(
                message, draft.early.get(message).orElse(null) instanceof Waiting before ? before.and(change) : change);
    }
}
