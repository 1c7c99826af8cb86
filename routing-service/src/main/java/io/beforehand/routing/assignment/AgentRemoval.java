package io.beforehand.routing.assignment;

import io.beforehand.events.RoutingEvent.RequestReleased;
import io.beforehand.events.TraceContext;
import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.messaging.transaction.Transactions;
import io.beforehand.routing.register.Change;
import io.beforehand.routing.register.RequestRegister;
import io.beforehand.routing.request.Place;
import io.beforehand.routing.request.RoutedRequest;
import io.beforehand.routing.roster.AgentLoads;
import io.beforehand.routing.roster.ConcurrentChangeException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Takes an agent from the roster. What he had goes back into the queue, so that nothing is lost with him. */
@ApplicationScoped
public class AgentRemoval {

    private static final int TRIES = 10;

    private final Transactions transactions;
    private final RequestRegister register;
    private final AgentLoads loads;
    private final Matchmaker matchmaker;
    private final RoutingMetrics metrics;

    AgentRemoval(
            Transactions transactions,
            RequestRegister register,
            AgentLoads loads,
            Matchmaker matchmaker,
            RoutingMetrics metrics) {
        this.transactions = transactions;
        this.register = register;
        this.loads = loads;
        this.matchmaker = matchmaker;
        this.metrics = metrics;
    }

    /** @return fails with {@code not-found} if there is no such agent */
    public Uni<Void> remove(String agentId, TraceContext trace) {
        return transactions
                .run(transaction -> register.lockHeldBy(transaction, agentId)
                        .flatMap(held -> remove(transaction, agentId, held, trace)))
                .onFailure(ConcurrentChangeException.class)
                .retry()
                .atMost(TRIES);
    }

    private Uni<Void> remove(
            Transaction transaction, String agentId, Collection<RoutedRequest> held, TraceContext trace) {
        return loads.remove(transaction, agentId, held.size()).flatMap(removed -> {
            if (!removed) {
                throw new ProblemException(ErrorCode.NOT_FOUND);
            }
            List<Change> orphaned = orphaned(held, transaction.now(), trace);
            transaction.afterCommit(() -> {
                metrics.committed(orphaned);
                matchmaker.wake();
            });
            return register.record(transaction, orphaned);
        });
    }

    private static List<Change> orphaned(Collection<RoutedRequest> held, Instant now, TraceContext trace) {
        List<Change> changes = new ArrayList<>();
        for (RoutedRequest request : held) {
            if (request.place() instanceof Place.Assigned assigned) {
                RequestReleased told = new RequestReleased(assigned.agentId(), "agent-removed");
                changes.add(new Change(request, request.at(assigned.orphan(now)), List.of(told)).askedFor(trace));
            }
        }
        return changes;
    }
}
