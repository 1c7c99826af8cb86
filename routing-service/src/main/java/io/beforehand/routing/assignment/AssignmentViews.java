package io.beforehand.routing.assignment;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.messaging.transaction.Transactions;
import io.beforehand.routing.matching.Obstacles;
import io.beforehand.routing.matching.Requirement;
import io.beforehand.routing.queue.Queues;
import io.beforehand.routing.register.RequestRegister;
import io.beforehand.routing.register.Step;
import io.beforehand.routing.request.Place;
import io.beforehand.routing.request.RoutedRequest;
import io.beforehand.routing.roster.Roster;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Reads who has a request and why. */
@ApplicationScoped
class AssignmentViews {

    private final Transactions transactions;
    private final RequestRegister register;
    private final Roster roster;
    private final Queues queues;

    AssignmentViews(Transactions transactions, RequestRegister register, Roster roster, Queues queues) {
        this.transactions = transactions;
        this.register = register;
        this.roster = roster;
        this.queues = queues;
    }

    Uni<AssignmentView> view(String requestId) {
        return transactions.run(transaction -> register.find(transaction, requestId)
                .map(found -> found.orElseThrow(() -> new ProblemException(ErrorCode.REQUEST_UNKNOWN)))
                .flatMap(request ->
                        register.steps(transaction, requestId).flatMap(steps -> view(transaction, request, steps))));
    }

    private Uni<AssignmentView> view(Transaction transaction, RoutedRequest request, List<Step> steps) {
        return switch (request.place()) {
            case Place.Assigned assigned -> Uni.createFrom().item(AssignmentView.assigned(assigned.agentId(), steps));
            case Place.Ended _ -> Uni.createFrom().item(AssignmentView.ended(steps));
            case Place.Waiting waiting -> queued(transaction, request, waiting, steps);
        };
    }

    /** Why nobody has it yet is answered for this moment. */
    private Uni<AssignmentView> queued(
            Transaction transaction, RoutedRequest request, Place.Waiting waiting, List<Step> steps) {
        return queues.estimates(transaction, List.of(request.requestId())).flatMap(estimates -> roster.rules(
                        transaction)
                .flatMap(rules -> roster.present(transaction).map(present -> {
                    Requirement requirement = Requirement.of(request.facts().demand(), rules);
                    Obstacles obstacles = Obstacles.of(requirement, waiting.affinity(), present, transaction.now());
                    return AssignmentView.queued(
                            Optional.ofNullable(estimates.get(request.requestId())), obstacles, steps);
                })));
    }
}
