package io.beforehand.intake.request.core;

import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import io.beforehand.events.Customer;
import io.beforehand.events.Mood;
import io.beforehand.events.RequestEvent;
import io.beforehand.events.Sender;
import io.beforehand.intake.classification.core.Assessment;
import io.beforehand.intake.classification.core.Classifier;
import io.beforehand.intake.classification.core.Languages;
import io.beforehand.intake.classification.core.Signals;
import io.beforehand.intake.request.core.Command.CustomerMessage;
import io.beforehand.intake.request.core.Message.Direction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the request that a customer's message belongs to, or opens one. */
final class MessageDecider {

    static final String CUSTOMER_WROTE = "customer-messaged";

    private final Classifier classifier;
    private final Reopening reopening;
    private final Identifiers identifiers;

    MessageDecider(Classifier classifier, Reopening reopening, Identifiers identifiers) {
        this.classifier = classifier;
        this.reopening = reopening;
        this.identifiers = identifiers;
    }

    Receipt decide(Step step, CustomerMessage said) {
        Draft draft = step.draft();
        Optional<String> language = Languages.ofFirst(said.text(), said.subject());
        Customer customer = IdentityDecider.sender(draft, said, language);
        Optional<String> latest = draft.conversations.get(said.conversation());
        Optional<Request> request = draft.findLatest(said.conversation());
        if (request.isEmpty()) {
            return open(step, said, customer, language, latest.orElseGet(identifiers::next), Mails.linkedTo(said));
        }
        if (Mails.isStranger(draft, said, request.get())) {
            String own = identifiers.next();
            return open(
                    step,
                    Mails.apart(said, own),
                    customer,
                    language,
                    own,
                    request.get().id());
        }
        return switch (request.get().stage()) {
            case Stage.Live live -> append(step, said, customer, request.get(), live.whenCustomerWrites());
            case Stage.Over over
            when reopening.isInTime(over, said.threaded(), request.get().changedAt(), step.occurredAt()) ->
                append(step, said, customer, request.get(), over.reopen());
            case Stage.Over _, Stage.Merged _ ->
                open(
                        step,
                        said,
                        customer,
                        language,
                        identifiers.next(),
                        request.get().id());
        };
    }

    private Receipt open(
            Step step,
            CustomerMessage said,
            Customer customer,
            Optional<String> language,
            String requestId,
            @Nullable String linkedTo) {
        Customer complete = Profile.completed(customer, said.defaults());
        Assessment assessment = classifier.assess(signals(said, complete.tier()));
        Classification classification = new Classification(
                assessment.priority().priority(),
                complete.tier(),
                assessment.category().category(),
                said.defaults().team());
        Opening opening = new Opening(
                requestId,
                identifiers.nextNumber(),
                said.conversation(),
                said.customerKey(),
                said.subject(),
                assessment,
                language.orElse(null),
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
                Mails.told(said, requestId, identifiers),
                assessment.mood());
        Draft draft = step.draft();
        draft.conversations.put(said.conversation(), requestId);
        draft.openings.add(opening);
        draft.say(message);
        Request opened = draft.tell(
                new Request(
                        requestId,
                        0,
                        Stage.Live.OPEN,
                        classification,
                        said.customerKey(),
                        step.occurredAt(),
                        step.receivedAt(),
                        step.occurredAt()),
                event,
                step.occurredAt(),
                step.trace());
        IdentityDecider.tellWhose(step, opened);
        Mails.takeIn(draft, said, requestId);
        Natives.catchUp(step, said);
        return new Receipt(Outcome.OPENED, requestId, message.id());
    }

    private Receipt append(Step step, CustomerMessage said, Customer customer, Request request, Stage next) {
        Message message = message(step, said, request.id());
        Draft draft = step.draft();
        draft.say(message);
        Request told = draft.tell(
                request,
                new RequestEvent.CustomerMessaged(
                        message.id(),
                        EventText.of(said.text()),
                        step.receivedAt(),
                        Mails.told(said, request.id(), identifiers),
                        sender(said, customer, request)),
                step.occurredAt(),
                step.trace());
        Mails.takeIn(draft, said, request.id());
        if (!next.equals(request.stage())) {
            RequestEvent moved =
                    new RequestEvent.StatusChanged(request.stage().status(), next.status(), CUSTOMER_WROTE, null);
            told = draft.tell(told.in(next), moved, step.occurredAt(), step.trace());
        }
        raise(step, said, told);
        Natives.catchUp(step, said);
        return new Receipt(Outcome.APPENDED, request.id(), message.id());
    }

    /** Of a mail only whom it is from has spoken: where it wants its answer anybody may be named. */
    private static Sender sender(CustomerMessage said, Customer customer, Request request) {
        String address = customer.address();
        return new Sender(
                said.conversation().channel(),
                said.conversation().account(),
                address == null || said.mail() != null ? customer.id() : address,
                said.customerKey().equals(request.customer()));
    }

    /** An angry customer's later message makes a request more pressing, never less; what a machine wrote does not. */
    private void raise(Step step, CustomerMessage said, Request request) {
        if (Mails.isAutomatic(said)) {
            return;
        }
        Classification before = request.classification();
        Classifier.Later later = classifier.assessLater(signals(said, before.tier()), before.priority());
        if (later.mood() == Mood.ANGRY) {
            step.draft().relabel(request.id(), Relabelling.angered());
        }
        later.raised().ifPresent(ranking -> {
            Classification after = before.at(ranking.priority());
            RequestEvent event = new RequestEvent.RequestChanged(
                    after.priority(), after.tier(), after.category(), after.team(), ranking.reason());
            step.draft().tell(request.as(after), event, step.occurredAt(), step.trace());
            step.draft().relabel(request.id(), Relabelling.raised(ranking.reason(), later.mood()));
        });
    }

    private static Signals signals(CustomerMessage said, @Nullable String tier) {
        Hints hints = said.hints();
        return new Signals(
                said.conversation().channel(),
                said.customer().id(),
                tier,
                said.subject(),
                said.text(),
                hints.category(),
                hints.priority(),
                hints.affectedCustomers(),
                hints.amount(),
                hints.security());
    }

    private Message message(Step step, CustomerMessage said, String requestId) {
        String id = identifiers.next();
        Natives.remember(step.draft(), said, new Located(requestId, id, false));
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
                step.occurredAtSource(),
                step.receivedAt(),
                false,
                said.mail(),
                said.channel());
    }
}
