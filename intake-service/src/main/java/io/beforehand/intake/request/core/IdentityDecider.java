package io.beforehand.intake.request.core;

import io.beforehand.events.Customer;
import io.beforehand.events.RequestEvent;
import io.beforehand.intake.request.core.Command.CustomerMessage;
import io.beforehand.intake.request.core.Command.MergeIdentity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes one person of two. */
final class IdentityDecider {

    private IdentityDecider() {}

    /** Whom we do not know has nothing to be merged; who is one person already stays so. */
    static Step.Result decide(Step step, MergeIdentity merge) {
        Draft draft = step.draft();
        CustomerKey from = draft.leadOf(merge.from());
        CustomerKey into = draft.leadOf(merge.into());
        Optional<Customer> known = draft.customers.get(from);
        if (known.isEmpty() || from.equals(into)) {
            return step.done(Receipt.PASSED_OVER);
        }
        Customer lead = draft.customers
                .get(into)
                .map(customer -> Profile.ofPerson(customer, known.get()))
                .orElseGet(() -> Profile.under(into.id(), known.get()));
        draft.customers.put(into, lead);
        List<Request> open = openRequests(draft, from);
        draft.leads.put(from, into);
        draft.merges.add(new Merge(from, into));
        for (Request request : open) {
            draft.tell(
                    request.as(request.classification().withTier(lead.tier())),
                    new RequestEvent.CustomerMerged(request.customer().id(), lead),
                    step.occurredAt(),
                    step.trace());
        }
        return step.done(new Receipt(Outcome.RECORDED, null, null));
    }

    /**
     * Notes what a message says of its sender, with the language that he writes in if none is known, and returns what is known of
     * him as a person.
     */
    static Customer sender(Draft draft, CustomerMessage said, Optional<String> language) {
        CustomerKey key = said.customerKey();
        Optional<Customer> known = draft.customers.get(key);
        Optional<Customer> lead = lead(draft, key);
        Customer told = known.map(k -> Profile.updated(k, said.customer())).orElse(said.customer());
        Customer customer = lead.isPresent() && lead.get().locale() != null
                ? told
                : Profile.writing(told, said.defaults(), language);
        if (!known.equals(Optional.of(customer))) {
            draft.customers.put(key, customer);
        }
        if (lead.isEmpty()) {
            return customer;
        }
        Customer person = Profile.withTier(lead.get(), said.customer().tier());
        if (!person.equals(lead.get())) {
            draft.customers.put(draft.leadOf(key), person);
        }
        return Profile.withTier(Profile.ofPerson(customer, person), person.tier());
    }

    /** Has the others know whose the request is that one of his identities has opened. */
    static void tellWhose(Step step, Request opened) {
        Draft draft = step.draft();
        lead(draft, opened.customer())
                .ifPresent(person -> draft.tell(
                        opened,
                        new RequestEvent.CustomerMerged(opened.customer().id(), person),
                        step.occurredAt(),
                        step.trace()));
    }

    /** Who leads an identity that does not lead itself. */
    private static Optional<Customer> lead(Draft draft, CustomerKey identity) {
        CustomerKey lead = draft.leadOf(identity);
        return lead.equals(identity) ? Optional.empty() : draft.customers.get(lead);
    }

    private static List<Request> openRequests(Draft draft, CustomerKey person) {
        return draft.requests.all().values().stream()
                .filter(request -> !request.isClosed())
                .filter(request -> draft.leadOf(request.customer()).equals(person))
                .sorted(Comparator.comparing(Request::id))
                .toList();
    }
}
