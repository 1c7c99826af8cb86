package io.beforehand.intake.request.core;

import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import io.beforehand.events.Customer;
import io.beforehand.events.RequestEvent;
import io.beforehand.intake.request.core.Command.CustomerMessage;
import io.beforehand.intake.request.core.Message.Direction;
import io.beforehand.intake.request.core.PriorityRules.Ranking;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the request that a customer's message belongs to, or opens one. */
final class MessageDecider {

    static final String CUSTOMER_WROTE = "customer-messaged";

    private final PriorityRules priorities;
    private final Reopening reopening;
    private final Identifiers identifiers;

    MessageDecider(PriorityRules priorities, Reopening reopening, Identifiers identifiers) {
        this.priorities = priorities;
        this.reopening = reopening;
        this.identifiers = identifiers;
    }

    Receipt decide(Step step, CustomerMessage said) {
        Draft draft = step.draft();
        Customer customer = IdentityDecider.sender(draft, said);
        Optional<String> latest = draft.conversations.get(said.conversation());
        Optional<Request> request = draft.findLatest(said.conversation());
        if (request.isEmpty()) {
            return open(step, said, customer, latest.orElseGet(identifiers::next), Mails.linkedTo(said));
        }
        if (Mails.isStranger(draft, said, request.get())) {
            String own = identifiers.next();
            return open(
                    step, Mails.apart(said, own), customer, own, request.get().id());
        }
        return switch (request.get().stage()) {
            case Stage.Live live -> append(step, said, request.get(), live.whenCustomerWrites());
            case Stage.Over over
            when reopening.isInTime(over, said.threaded(), request.get().changedAt(), step.occurredAt()) ->
                append(step, said, request.get(), over.reopen());
            case Stage.Over _, Stage.Merged _ ->
                open(step, said, customer, identifiers.next(), request.get().id());
        };
    }

    private Receipt open(
            Step step, CustomerMessage said, Customer customer, String requestId, @Nullable String linkedTo) {
        Customer complete = Profile.completed(customer, said.defaults());
        Ranking ranking = priorities.rank(said.hints(), complete.tier());
        Classification classification = new Classification(
                ranking.priority(),
                complete.tier(),
                said.hints().category(),
                said.defaults().team());
        Opening opening = new Opening(
                requestId,
                identifiers.nextNumber(),
                said.conversation(),
                said.customerKey(),
                said.subject(),
                ranking.reason(),
                step.occurredAt(),
                step.receivedAt(),
                linkedTo);
        Message message = message(step, said, requestId);
        RequestEvent event = new RequestEvent.RequestOpened(
                opening.number(),
                classification.priority(),
                classification.tier(),
                classification.category(),
                classification.team(),
                said.conversation().channel(),
                said.conversation().account(),
                said.conversation().conversation(),
                said.subject(),
                complete,
                message.id(),
                EventText.of(said.text()),
                step.receivedAt(),
                Mails.told(said, requestId, identifiers));
        Draft draft = step.draft();
        draft.conversations.put(said.conversation(), requestId);
        draft.openings.add(opening);
        draft.messages.add(message);
        Request opened = draft.tell(
                new Request(requestId, 0, Stage.Live.OPEN, classification, said.customerKey(), step.receivedAt()),
                event,
                step.occurredAt(),
                step.trace());
        IdentityDecider.tellWhose(step, opened);
        Mails.takeIn(draft, said, requestId);
        return new Receipt(Outcome.OPENED, requestId, message.id());
    }

    private Receipt append(Step step, CustomerMessage said, Request request, Stage next) {
        Message message = message(step, said, request.id());
        Draft draft = step.draft();
        draft.messages.add(message);
        Request told = draft.tell(
                request,
                new RequestEvent.CustomerMessaged(
                        message.id(),
                        EventText.of(said.text()),
                        step.receivedAt(),
                        Mails.told(said, request.id(), identifiers)),
                step.occurredAt(),
                step.trace());
        Mails.takeIn(draft, said, request.id());
        if (!next.equals(request.stage())) {
            RequestEvent moved =
                    new RequestEvent.StatusChanged(request.stage().status(), next.status(), CUSTOMER_WROTE, null);
            draft.tell(told.in(next), moved, step.occurredAt(), step.trace());
        }
        return new Receipt(Outcome.APPENDED, request.id(), message.id());
    }

    private Message message(Step step, CustomerMessage said, String requestId) {
        String id = identifiers.next();
        Natives.remember(step.draft(), said, new Located(requestId, id));
        return new Message(
                id,
                requestId,
                Direction.IN,
                new Author(
                        AuthorKind.CUSTOMER,
                        said.customer().id(),
                        said.customer().name()),
                said.text(),
                said.mail() == null ? said.attachments() : Mails.attachments(said.mail(), requestId, id),
                step.occurredAt(),
                step.receivedAt(),
                false,
                said.mail(),
                said.channel());
    }
}
