package io.beforehand.intake.customer;

import io.beforehand.events.RequestEvent.CustomerForgotten;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.TraceContext;
import io.beforehand.messaging.deadletter.DeadLetters;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.messaging.transaction.Transactions;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Forgets customers: erases here what they wrote and who they were, and has the others told. How many requests they had, when,
 * with what priority and outcome stays, so that what was measured stays true. All in one transaction.
 */
@ApplicationScoped
class Forgetting {

    private final Persons persons;
    private final PersonStore store;
    private final ErasureStore erasures;
    private final DeadLetters deadLetters;
    private final Transactions transactions;

    Forgetting(
            Persons persons,
            PersonStore store,
            ErasureStore erasures,
            DeadLetters deadLetters,
            Transactions transactions) {
        this.persons = persons;
        this.store = store;
        this.erasures = erasures;
        this.deadLetters = deadLetters;
        this.transactions = transactions;
    }

    /** @param id as a channel names him, or our own id of one of his identities; whoever is forgotten already stays so */
    Uni<Forgotten> forget(String id, TraceContext trace) {
        return persons.theOne(id)
                .flatMap(personId -> transactions.run(transaction -> forget(transaction, personId, trace)))
                .onFailure(Collisions::settledByLookingAgain)
                .retry()
                .atMost(Collisions.LOOKS);
    }

    private Uni<Forgotten> forget(Transaction transaction, UUID personId, TraceContext trace) {
        return store.lock(transaction, personId)
                .flatMap(person -> person.forgotten()
                        ? Uni.createFrom().item(Forgotten.before(person))
                        : forget(transaction, person, trace));
    }

    private Uni<Forgotten> forget(Transaction transaction, Person person, TraceContext trace) {
        Pseudonyms pseudonyms = Pseudonyms.of(person);
        CustomerForgotten event = new CustomerForgotten(pseudonyms.ofPerson());
        return erasures.erase(transaction, person, pseudonyms)
                .call(() -> deadLetters.forget(
                        transaction,
                        person.requests().stream().map(UUID::toString).toList()))
                .map(erased -> {
                    erased.sequences()
                            .forEach((requestId, sequence) -> transaction.publish(
                                    new StreamEvent(requestId.toString(), sequence, transaction.now(), trace, event)));
                    transaction.afterCommit(() -> Log.infof(
                            "Customer forgotten customerId=%s requests=%d",
                            person.id(), person.requests().size()));
                    return new Forgotten(
                            person.id(),
                            person.identities().size(),
                            person.requests().size(),
                            erased.rows());
                });
    }
}
