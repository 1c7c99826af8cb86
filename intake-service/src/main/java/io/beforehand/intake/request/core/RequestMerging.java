package io.beforehand.intake.request.core;

import io.beforehand.events.RequestEvent.CustomerMessaged;
import io.beforehand.events.RequestEvent.StatusChanged;
import io.beforehand.events.RequestStatus;
import io.beforehand.intake.request.core.Command.MergeRequest;
import io.beforehand.intake.request.core.Refusal.MergeNotAllowed.Reason;
import java.time.Instant;
import java.util.Optional;

/** Lets one request go on in another. */
final class RequestMerging {

    private RequestMerging() {}

    static Step.Result decide(Step step, MergeRequest merge) {
        Draft draft = step.draft();
        Optional<Request> from = draft.requests.get(merge.from());
        Optional<Request> into = draft.requests.get(merge.into());
        if (from.isEmpty() || into.isEmpty()) {
            return step.refuse(new Refusal.RequestUnknown(step.place()));
        }
        if (isDone(draft, from.get(), into.get())) {
            return step.done(new Receipt(Outcome.IGNORED, merge.from(), null));
        }
        Optional<Reason> objection = objection(draft, from.get(), into.get(), merge.force());
        if (objection.isPresent()) {
            return step.refuse(new Refusal.MergeNotAllowed(step.place(), objection.get()));
        }
        close(step, from.get(), merge.into());
        carryOver(step, from.get(), into.get());
        takeIn(draft, merge);
        draft.requestMerges.add(new RequestMerge(
                merge.from(), merge.into(), merge.by(), into.get().settledAt()));
        return step.done(new Receipt(Outcome.RECORDED, merge.from(), null));
    }

    /** Whether it goes on there already, be it that that goes on in yet another. */
    private static boolean isDone(Draft draft, Request from, Request into) {
        return from.stage() instanceof Stage.Merged
                && !from.id().equals(into.id())
                && draft.goesOnIn(from).id().equals(draft.goesOnIn(into).id());
    }

    /** A circle would end in a request that was merged before, which is closed. */
    private static Optional<Reason> objection(Draft draft, Request from, Request into, boolean force) {
        if (from.id().equals(into.id())) {
            return Optional.of(Reason.ITSELF);
        }
        if (into.isClosed()) {
            return Optional.of(Reason.TARGET_CLOSED);
        }
        if (from.stage() instanceof Stage.Merged) {
            return Optional.of(Reason.MERGED_ALREADY);
        }
        boolean strangers = !draft.leadOf(from.customer()).equals(draft.leadOf(into.customer()));
        return strangers && !force ? Optional.of(Reason.DIFFERENT_CUSTOMERS) : Optional.empty();
    }

    /** What waits for an answer goes on waiting: merging answers nobody. */
    private static void carryOver(Step step, Request from, Request into) {
        Optional<Unanswered> waiting = step.draft().unanswered.get(from.id());
        if (waiting.isEmpty() || !(from.stage() instanceof Stage.Live)) {
            return;
        }
        waiting.get().oldest().ifPresent(question -> ask(step, question, into));
        step.draft().unanswered.get(into.id()).ifPresent(known -> step.draft()
                .unanswered
                .put(into.id(), known.and(waiting.get())));
    }

    /**
     * The question counts since when it was asked, but not from before the other was opened, replied to or over: no clock counts
     * there from before the first, and the others would be taken for its answer.
     */
    private static void ask(Step step, Question question, Request into) {
        Instant at = question.occurredAt().isAfter(into.settledAt()) ? question.occurredAt() : into.settledAt();
        Request told = step.draft()
                .tell(
                        into,
                        new CustomerMessaged(
                                question.messageId(), EventText.of(question.text()), question.receivedAt(), null),
                        at,
                        step.trace());
        Stage next =
                switch (into.stage()) {
                    case Stage.Live live -> live.whenCustomerWrites();
                    case Stage.Over over -> over.reopen();
                    case Stage.Merged merged -> merged;
                };
        if (!next.equals(into.stage())) {
            StatusChanged event =
                    new StatusChanged(into.stage().status(), next.status(), MessageDecider.CUSTOMER_WROTE, null);
            step.draft().tell(told.in(next), event, step.occurredAt(), step.trace());
        }
    }

    /** Whoever has a part in the one has it in the other, at once for those who write in the same batch. */
    private static void takeIn(Draft draft, MergeRequest merge) {
        draft.participants.all().keySet().stream()
                .filter(participant -> participant.requestId().equals(merge.from()))
                .map(participant -> new Participant(merge.into(), participant.address()))
                .forEach(participant -> draft.participants.put(participant, participant));
    }

    private static void close(Step step, Request from, String into) {
        Request merged = from.in(new Stage.Merged(into));
        if (from.isClosed()) {
            step.draft().requests.put(merged.id(), merged.changed(step.receivedAt()));
        } else {
            StatusChanged event =
                    new StatusChanged(from.stage().status(), RequestStatus.CLOSED, StatusChanged.MERGED, null);
            step.draft().tell(merged, event, step.occurredAt(), step.trace());
        }
    }
}
