package io.beforehand.routing.queue;

import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.routing.matching.Candidate;
import io.beforehand.routing.matching.Requirement;
import io.beforehand.routing.matching.RoutingRule;
import io.beforehand.routing.matching.WaitEstimate;
import io.beforehand.routing.queue.QueueStore.Kind;
import io.beforehand.routing.register.WaitingRequests;
import io.beforehand.routing.request.Demand;
import io.beforehand.routing.roster.Roster;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says where requests are in their queues and how long they will wait. Five statements for any number of requests. */
@ApplicationScoped
public class Queues {

    private final WaitingRequests waiting;
    private final Roster roster;
    private final QueueStore store;

    Queues(WaitingRequests waiting, Roster roster, QueueStore store) {
        this.waiting = waiting;
        this.roster = roster;
        this.store = store;
    }

    /**
     * A place with its wait.
     *
     * @param expectedWait empty while there is nothing to estimate it from
     */
    public record Estimate(QueuePlace place, Optional<Duration> expectedWait) {

        /** The team whose queue it is; null for the queue of no team. */
        public @Nullable String team() {
            return place.queue().isEmpty() ? null : place.queue();
        }

        /** The place in the queue; 1 is next. */
        public int position() {
            return place.position();
        }
    }

    private interface Places {
        Uni<List<QueuePlace>> in(Map<Demand, String> queues);
    }

    /** The estimates of requests that wait, by id. */
    public Uni<Map<String, Estimate>> estimates(Transaction transaction, Collection<String> requestIds) {
        if (requestIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return estimate(transaction, _ -> true, queues -> store.places(transaction, queues, requestIds))
                .map(estimates -> estimates.stream()
                        .collect(Collectors.toMap(e -> e.place().requestId(), e -> e)));
    }

    /** Those who wait in a queue, the next first. */
    Uni<List<Estimate>> list(Transaction transaction, Predicate<String> queue, long after, int limit) {
        return estimate(transaction, queue, queues -> store.places(transaction, queues, after, limit));
    }

    private Uni<List<Estimate>> estimate(Transaction transaction, Predicate<String> wanted, Places places) {
        return waiting.demands(transaction)
                .flatMap(demands -> roster.rules(transaction).flatMap(rules -> {
                    Map<Demand, String> queues = queues(demands, rules, wanted);
                    return queues.isEmpty()
                            ? Uni.createFrom().item(List.of())
                            : places.in(queues).flatMap(found -> withWaits(transaction, found, rules));
                }));
    }

    private Uni<List<Estimate>> withWaits(
            Transaction transaction, List<QueuePlace> places, Map<String, RoutingRule> rules) {
        Collection<Kind> kinds =
                places.stream().map(place -> Kind.of(place.demand())).collect(Collectors.toSet());
        return store.meanHandling(transaction, kinds)
                .flatMap(means -> roster.present(transaction).map(present -> places.stream()
                        .map(place -> new Estimate(place, wait(place, rules, means, present)))
                        .toList()));
    }

    private static Optional<Duration> wait(
            QueuePlace place, Map<String, RoutingRule> rules, Map<Kind, Duration> means, List<Candidate> present) {
        return WaitEstimate.of(
                place.position(),
                Optional.ofNullable(means.get(Kind.of(place.demand()))),
                Requirement.of(place.demand(), rules),
                present);
    }

    private static Map<Demand, String> queues(
            List<Demand> demands, Map<String, RoutingRule> rules, Predicate<String> wanted) {
        Map<Demand, String> queues = new HashMap<>();
        for (Demand demand : demands) {
            String queue = Requirement.of(demand, rules).team();
            if (wanted.test(queue)) {
                queues.put(demand, queue);
            }
        }
        return queues;
    }
}
