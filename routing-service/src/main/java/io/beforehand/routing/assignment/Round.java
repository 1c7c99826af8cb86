package io.beforehand.routing.assignment;

import static java.util.Objects.requireNonNull;

import io.beforehand.events.RoutingEvent;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.messaging.transaction.Transactions;
import io.beforehand.routing.matching.Candidate;
import io.beforehand.routing.matching.Matching;
import io.beforehand.routing.matching.Matching.Decision;
import io.beforehand.routing.matching.Requirement;
import io.beforehand.routing.matching.RoutingRule;
import io.beforehand.routing.matching.Score;
import io.beforehand.routing.matching.Waiter;
import io.beforehand.routing.queue.Queues;
import io.beforehand.routing.register.Change;
import io.beforehand.routing.register.RequestRegister;
import io.beforehand.routing.register.WaitingRequests;
import io.beforehand.routing.request.Demand;
import io.beforehand.routing.request.Place;
import io.beforehand.routing.request.RoutedRequest;
import io.beforehand.routing.roster.AgentLoads;
import io.beforehand.routing.roster.LoadChanges;
import io.beforehand.routing.roster.Roster;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One matching round in one transaction: the most urgent of what waits meets whoever is free.
 *
 * <p>What was read may be out of date when it is acted on. A request's row is locked before it is decided on; an agent's
 * place is taken by {@link AgentLoads}, which finds out whether it is still there. A decision that came too late is dropped
 * and the round repeated.
 *
 * <p>Cost: three reads when nobody can be matched; with the lock, the loads, the rows and the steps seven statements for all
 * that is matched; six more when something has to be announced.
 */
@ApplicationScoped
class Round {

    /** Keeps a round short when many come at once in the morning; the rest is for the next. */
    private static final int MOST_OF_A_DEMAND = 200;

    private final Matching matching = new Matching(Score.Weights.DEFAULT);
    private final Transactions transactions;
    private final WaitingRequests waiting;
    private final Roster roster;
    private final AgentLoads loads;
    private final Queues queues;
    private final RequestRegister register;

    Round(
            Transactions transactions,
            WaitingRequests waiting,
            Roster roster,
            AgentLoads loads,
            Queues queues,
            RequestRegister register) {
        this.transactions = transactions;
        this.waiting = waiting;
        this.roster = roster;
        this.loads = loads;
        this.queues = queues;
        this.register = register;
    }

    /**
     * What a round did.
     *
     * @param tooLate decisions that somebody else was quicker than
     */
    record Outcome(List<Change> changes, int tooLate) {

        static final Outcome NOTHING = new Outcome(List.of(), 0);

        /** Whether another round may find more: there is no telling what was beyond the bounds of this one. */
        boolean again() {
            return !changes.isEmpty() || tooLate > 0;
        }
    }

    /** What a round knows when it decides. */
    private record Situation(Map<Demand, Requirement> requirements, List<Candidate> free) {

        static Situation of(List<Demand> demands, Map<String, RoutingRule> rules, List<Candidate> free) {
            Map<Demand, Requirement> requirements = new LinkedHashMap<>();
            demands.forEach(demand -> requirements.put(demand, Requirement.of(demand, rules)));
            return new Situation(requirements, free);
        }

        /** How many of each demand could be taken now. */
        Map<Demand, Integer> room() {
            Map<Demand, Integer> room = new LinkedHashMap<>();
            requirements.forEach((demand, requirement) ->
                    room.put(demand, Math.min(MOST_OF_A_DEMAND, Matching.room(requirement, free))));
            room.values().removeIf(places -> places == 0);
            return room;
        }
    }

    Uni<Outcome> run() {
        return transactions.run(transaction -> waiting.demands(transaction)
                .flatMap(demands -> demands.isEmpty()
                        ? Uni.createFrom().item(Outcome.NOTHING)
                        : situation(transaction, demands).flatMap(situation -> match(transaction, situation))));
    }

    private Uni<Situation> situation(Transaction transaction, List<Demand> demands) {
        return roster.rules(transaction)
                .flatMap(rules -> roster.free(transaction).map(free -> Situation.of(demands, rules, free)));
    }

    private Uni<Outcome> match(Transaction transaction, Situation situation) {
        return waiting.lock(transaction, situation.room()).flatMap(found -> {
            // One that came or was changed since the demands were read is for the round that it calls for.
            List<RoutedRequest> requests = found.stream()
                    .filter(request ->
                            situation.requirements().containsKey(request.facts().demand()))
                    .toList();
            List<Decision> decisions =
                    matching.decide(waiters(requests, situation), situation.free(), transaction.now());
            return loads.apply(transaction, taken(decisions))
                    .flatMap(agents -> settle(transaction, requests, decisions, agents));
        });
    }

    private static List<Waiter> waiters(List<RoutedRequest> requests, Situation situation) {
        List<Waiter> waiters = new ArrayList<>();
        for (RoutedRequest request : requests) {
            if (request.place() instanceof Place.Waiting place) {
                Requirement requirement = requireNonNull(
                        situation.requirements().get(request.facts().demand()));
                waiters.add(new Waiter(request.urgency(), requirement, place.affinity()));
            }
        }
        return waiters;
    }

    private static LoadChanges taken(List<Decision> decisions) {
        LoadChanges taken = new LoadChanges(true);
        decisions.forEach(decision -> taken.take(
                decision.agent().agentId(), decision.waiter().requirement().channel()));
        return taken;
    }

    /** @param agents those whose places could be taken */
    private Uni<Outcome> settle(
            Transaction transaction, List<RoutedRequest> requests, List<Decision> decisions, Set<String> agents) {
        Map<String, Decision> decided =
                decisions.stream().collect(Collectors.toMap(Decision::requestId, decision -> decision));
        List<Change> assigned = new ArrayList<>();
        List<RoutedRequest> unannounced = new ArrayList<>();
        for (RoutedRequest request : requests) {
            Decision decision = decided.get(request.requestId());
            if (decision != null && agents.contains(decision.agent().agentId())) {
                assigned.add(assign(request, decision, transaction.now()));
            } else if (decision == null && isUnannounced(request)) {
                unannounced.add(request);
            }
        }
        int tooLate = decisions.size() - assigned.size();
        return register.record(transaction, assigned)
                .chain(() -> announce(transaction, unannounced))
                .map(announced -> {
                    List<Change> changes = new ArrayList<>(assigned);
                    changes.addAll(announced);
                    return new Outcome(changes, tooLate);
                });
    }

    private static Change assign(RoutedRequest request, Decision decision, Instant now) {
        Candidate agent = decision.agent();
        RoutingEvent assigned = new RoutingEvent.RequestAssigned(
                agent.agentId(),
                agent.name(),
                teamOf(agent),
                decision.score().total(),
                decision.score().parts(),
                decision.why());
        return new Change(
                request, request.at(new Place.Assigned(agent.agentId(), now)), List.of(assigned), decision.runnersUp());
    }

    static @Nullable String teamOf(Candidate agent) {
        return agent.team().isEmpty() ? null : agent.team();
    }

    private static boolean isUnannounced(RoutedRequest request) {
        return request.place() instanceof Place.Waiting place && !place.announced();
    }

    /** Tells of those who found nobody that they are in a queue. */
    private Uni<List<Change>> announce(Transaction transaction, List<RoutedRequest> requests) {
        List<String> ids = requests.stream().map(RoutedRequest::requestId).toList();
        return queues.estimates(transaction, ids)
                .map(estimates -> requests.stream()
                        .map(request -> queued(request, requireNonNull(estimates.get(request.requestId()))))
                        .toList())
                .call(changes -> register.record(transaction, changes));
    }

    private static Change queued(RoutedRequest request, Queues.Estimate estimate) {
        RoutingEvent queued = new RoutingEvent.RequestQueued(
                estimate.team(), estimate.position(), estimate.expectedWait().orElse(null));
        Place place = request.place() instanceof Place.Waiting waiting ? waiting.announce() : request.place();
        return new Change(request, request.at(place), List.of(queued));
    }
}
