package io.beforehand.notification.alert;

import com.github.f4b6a3.uuid.UuidCreator;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.TraceContext;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.messaging.transaction.Transactions;
import io.beforehand.notification.alert.AlertHearing.Heard;
import io.beforehand.notification.request.OwnStreams;
import io.beforehand.notification.request.OwnStreams.Told;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Raises, folds and ends alerts, from events and from what operators say. */
@ApplicationScoped
public class Alerts {

    private static final Logger LOG = Logger.getLogger(Alerts.class);

    private final AlertStore store;
    private final OwnStreams streams;
    private final Transactions transactions;
    private final Pager pager;
    private final AlertMetrics metrics;

    Alerts(AlertStore store, OwnStreams streams, Transactions transactions, Pager pager, AlertMetrics metrics) {
        this.store = store;
        this.streams = streams;
        this.transactions = transactions;
        this.pager = pager;
        this.metrics = metrics;
    }

    /**
     * New events about a request whose row is locked.
     *
     * @param number the request's number, for people
     */
    public record News(String requestId, String number, List<StreamEvent> events) {

        public News {
            events = events.stream().filter(AlertHearing::concerns).toList();
        }
    }

    /** Hears events of requests. Up to five statements, none when no event concerns an alert. */
    public Uni<Void> hear(Transaction transaction, List<News> all) {
        Map<String, News> concerned = all.stream()
                .filter(news -> !news.events().isEmpty())
                .collect(Collectors.toMap(News::requestId, Function.identity()));
        return store.unresolved(transaction, concerned.keySet()).flatMap(unresolved -> {
            Map<String, List<Alert>> byRequest = unresolved.stream().collect(Collectors.groupingBy(Alert::requestId));
            List<Heard> heard = new ArrayList<>();
            concerned.forEach((requestId, news) -> heard.addAll(new AlertHearing(
                            requestId, news.number(), byRequest.getOrDefault(requestId, List.of()), Alerts::newId)
                    .hear(news.events(), transaction.now())));
            return carryOut(transaction, heard);
        });
    }

    /** Does what an operator says about an alert in a call of that trace; empty when there is no such alert. */
    Uni<Optional<Alert>> decide(String alertId, Function<Alert, AlertDecision> decision, TraceContext trace) {
        return transactions.run(transaction -> store.find(transaction, alertId).flatMap(seen -> {
            if (seen.isEmpty()) {
                return Uni.createFrom().item(Optional.empty());
            }
            // Once more, now that nobody else can change it.
            return streams.lock(transaction, List.of(seen.get().requestId()))
                    .chain(() -> store.find(transaction, alertId))
                    .flatMap(found -> {
                        Heard heard = new Heard(decision.apply(found.orElseThrow()), trace);
                        return carryOut(transaction, List.of(heard))
                                .replaceWith(Optional.of(heard.decision().alert()));
                    });
        }));
    }

    private Uni<Void> carryOut(Transaction transaction, List<Heard> all) {
        if (all.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Told> told = new ArrayList<>();
        for (Heard heard : all) {
            AlertDecision decision = heard.decision();
            decision.events()
                    .forEach(event ->
                            told.add(new Told(decision.alert().requestId(), transaction.now(), heard.trace(), event)));
        }
        transaction.afterCommit(() -> {
            all.forEach(heard -> committed(heard.decision()));
            pager.wake();
        });
        return store.store(transaction, all).chain(() -> streams.tell(transaction, told));
    }

    private void committed(AlertDecision decision) {
        metrics.count(decision);
        Alert alert = decision.alert();
        if (!decision.events().isEmpty()) {
            LOG.infof(
                    "Alert changed alertId=%s requestId=%s cause=%s state=%s",
                    alert.id(), alert.requestId(), alert.cause(), alert.state().label());
        }
    }

    private static String newId() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }
}
