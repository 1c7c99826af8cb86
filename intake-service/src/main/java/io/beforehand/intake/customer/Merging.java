package io.beforehand.intake.customer;

import io.beforehand.events.TraceContext;
import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.intake.ingest.Answers;
import io.beforehand.intake.request.RequestBook;
import io.beforehand.intake.request.core.Call;
import io.beforehand.intake.request.core.Command;
import io.beforehand.intake.request.core.CustomerKey;
import io.beforehand.intake.request.core.Identity;
import io.beforehand.intake.request.core.Submission;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Makes one person of two, as a channel does that reports that a customer goes by another id. */
@ApplicationScoped
class Merging {

    private final Persons persons;
    private final PersonStore store;
    private final RequestBook book;

    Merging(Persons persons, PersonStore store, RequestBook book) {
        this.persons = persons;
        this.store = store;
        this.book = book;
    }

    /** Both ids are such as channels use, or our own of an identity. */
    Uni<Merged> merge(String from, String into, TraceContext trace) {
        return persons.theOne(from).flatMap(this::lead).flatMap(lead -> persons.theOne(into)
                .flatMap(intoId -> lead(intoId)
                        .flatMap(intoLead -> submit(lead, intoLead, trace))
                        .map(outcome -> new Merged(intoId, outcome))));
    }

    private Uni<CustomerKey> lead(UUID personId) {
        return store.lead(personId).map(lead -> lead.orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND)));
    }

    private Uni<String> submit(CustomerKey from, CustomerKey into, TraceContext trace) {
        Submission merge = new Submission(new Identity.Anonymous(), null, new Command.MergeIdentity(from, into));
        return book.submit(new Call(List.of(merge), trace))
                .map(verdict -> Answers.receipts(verdict).getFirst().outcome().wireName());
    }
}
