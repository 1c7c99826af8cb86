package io.beforehand.routing.assignment;

import io.beforehand.events.RoutingEvent;
import io.beforehand.events.TraceContext;
import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.messaging.transaction.Transactions;
import io.beforehand.routing.matching.Candidate;
import io.beforehand.routing.register.Change;
import io.beforehand.routing.register.RequestRegister;
import io.beforehand.routing.request.Place;
import io.beforehand.routing.request.RoutedRequest;
import io.beforehand.routing.roster.AgentLoads;
import io.beforehand.routing.roster.LoadChanges;
import io.beforehand.routing.roster.Roster;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people decide about who has a request. Nothing that a person decides goes beyond an agent's capacity; skills and
 * presence are the person's to judge.
 */
@ApplicationScoped
class AssignmentCommands {

    private final Transactions transactions;
    private final RequestRegister register;
    private final Roster roster;
    private final AgentLoads loads;
    private final Matchmaker matchmaker;
    private final RoutingMetrics metrics;
    private final RoutingConfig config;

    AssignmentCommands(
            Transactions transactions,
            RequestRegister register,
            Roster roster,
            AgentLoads loads,
            Matchmaker matchmaker,
            RoutingMetrics metrics,
            RoutingConfig config) {
        this.transactions = transactions;
        this.register = register;
        this.roster = roster;
        this.loads = loads;
        this.matchmaker = matchmaker;
        this.metrics = metrics;
        this.config = config;
    }

    /** A waiting request goes to that agent. If he has it already, nothing happens. */
    Uni<Void> assign(String requestId, String agentId, TraceContext trace) {
        return transactions.run(transaction -> locked(transaction, requestId)
                .flatMap(request -> agent(transaction, agentId).flatMap(agent -> {
                    switch (request.place()) {
                        case Place.Waiting waiting -> {
                            RoutingEvent told = new RoutingEvent.RequestAssigned(
                                    agentId, agent.name(), Round.teamOf(agent), 0, Map.of(), "assigned-by-operator");
                            return move(
                                    transaction,
                                    new Change(
                                            request,
                                            request.at(waiting.assignTo(agentId, transaction.now())),
                                            List.of(told)),
                                    trace);
                        }
                        case Place.Assigned assigned
                        when assigned.agentId().equals(agentId) -> {
                            return Uni.createFrom().voidItem();
                        }
                        case Place.Assigned _ ->
                            throw new ProblemException(
                                    ErrorCode.VERSION_CONFLICT, "somebody else has it; transfer it instead");
                        case Place.Ended _ -> throw notFromHere("the request is over");
                    }
                })));
    }

    /** @param from who has it now, as far as the caller knows; null if he does not care */
    Uni<Void> transfer(
            String requestId, @Nullable String from, String to, @Nullable String reason, TraceContext trace) {
        return transactions.run(transaction -> locked(transaction, requestId)
                .flatMap(request -> agent(transaction, to).flatMap(agent -> {
                    Place.Assigned assigned = assigned(request, from);
                    if (assigned.agentId().equals(to)) {
                        return Uni.createFrom().voidItem();
                    }
                    RoutingEvent told = new RoutingEvent.RequestTransferred(
                            assigned.agentId(), to, agent.name(), Round.teamOf(agent), reason);
                    return move(
                            transaction,
                            new Change(request, request.at(assigned.transferTo(to, transaction.now())), List.of(told)),
                            trace);
                })));
    }

    /** Back into the queue; not to the same agent for a while. */
    Uni<Void> release(String requestId, @Nullable String from, TraceContext trace) {
        return transactions.run(transaction -> locked(transaction, requestId).flatMap(request -> {
            Place.Assigned assigned = assigned(request, from);
            RoutingEvent told = new RoutingEvent.RequestReleased(assigned.agentId(), "released-by-agent");
            Place waiting = assigned.giveBack(transaction.now(), config.releaseCooldown());
            return move(transaction, new Change(request, request.at(waiting), List.of(told)), trace);
        }));
    }

    private Uni<Void> move(Transaction transaction, Change change, TraceContext trace) {
        LoadChanges moved = new LoadChanges(false);
        change.ownerBefore()
                .ifPresent(owner -> moved.release(owner, change.after().facts().channel()));
        change.ownerAfter()
                .ifPresent(owner -> moved.take(owner, change.after().facts().channel()));
        return loads.apply(transaction, moved).flatMap(agents -> {
            if (change.ownerAfter().filter(owner -> !agents.contains(owner)).isPresent()) {
                throw new ProblemException(ErrorCode.OVER_CAPACITY);
            }
            return record(transaction, List.of(change.askedFor(trace)));
        });
    }

    private Uni<Void> record(Transaction transaction, List<Change> changes) {
        transaction.afterCommit(() -> {
            metrics.committed(changes);
            matchmaker.wake();
        });
        return register.record(transaction, changes);
    }

    private Uni<RoutedRequest> locked(Transaction transaction, String requestId) {
        return register.lock(transaction, List.of(requestId)).map(rows -> Optional.ofNullable(rows.get(requestId))
                .orElseThrow(() -> new ProblemException(ErrorCode.REQUEST_UNKNOWN)));
    }

    private Uni<Candidate> agent(Transaction transaction, String agentId) {
        return roster.find(transaction, agentId)
                .map(agent ->
                        agent.orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND, "there is no such agent")));
    }

    private static Place.Assigned assigned(RoutedRequest request, @Nullable String from) {
        if (request.place() instanceof Place.Assigned assigned) {
            if (from != null && !from.equals(assigned.agentId())) {
                throw new ProblemException(ErrorCode.VERSION_CONFLICT, "somebody else has it");
            }
            return assigned;
        }
        throw notFromHere("nobody has the request");
    }

    private static ProblemException notFromHere(String detail) {
        return new ProblemException(ErrorCode.TRANSITION_NOT_ALLOWED, detail);
    }
}
