package io.beforehand.notification.listening;

import io.beforehand.messaging.EventListener;
import io.beforehand.messaging.IncomingEvent;
import io.beforehand.messaging.listener.NewEvents;
import io.beforehand.messaging.listener.RequestEvents;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.notification.acknowledgement.AcknowledgementConfig;
import io.beforehand.notification.acknowledgement.AcknowledgementDesk;
import io.beforehand.notification.alert.Alerts;
import io.beforehand.notification.delivery.Deliveries;
import io.beforehand.notification.delivery.Forgetting;
import io.beforehand.notification.delivery.Receipts;
import io.beforehand.notification.optout.OptOuts;
import io.beforehand.notification.request.RequestState;
import io.beforehand.notification.request.RequestStore;
import io.beforehand.notification.update.UpdateConfig;
import io.beforehand.notification.update.UpdateDesk;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Hears of requests, of who has them, and of their clocks.
 *
 * <p>Cost of a batch beyond messaging's own: one statement each to lock and to store requests, to add and to complete
 * deliveries, up to three about receipts, one about opt-outs if customers wrote and up to two more if they opted out or in, up to six
 * about alerts and up to three about customers who are forgotten; only those that the batch needs.
 */
@ApplicationScoped
class NotificationListener implements EventListener {

    private final RequestEvents requestEvents;
    private final RequestStore requests;
    private final Deliveries deliveries;
    private final Forgetting forgetting;
    private final Receipts receipts;
    private final OptOuts optOuts;
    private final Alerts alerts;
    private final AcknowledgementDesk desk;
    private final AcknowledgementConfig config;
    private final UpdateDesk updateDesk;
    private final UpdateConfig updateConfig;

    NotificationListener(
            RequestEvents requestEvents,
            RequestStore requests,
            Deliveries deliveries,
            Forgetting forgetting,
            Receipts receipts,
            OptOuts optOuts,
            Alerts alerts,
            AcknowledgementDesk desk,
            AcknowledgementConfig config,
            UpdateDesk updateDesk,
            UpdateConfig updateConfig) {
        this.requestEvents = requestEvents;
        this.requests = requests;
        this.deliveries = deliveries;
        this.forgetting = forgetting;
        this.receipts = receipts;
        this.optOuts = optOuts;
        this.alerts = alerts;
        this.desk = desk;
        this.config = config;
        this.updateDesk = updateDesk;
        this.updateConfig = updateConfig;
    }

    @Override
    public Uni<Void> on(List<IncomingEvent> events, Transaction transaction) {
        return requestEvents
                .sort(transaction, events, requests)
                .flatMap(news -> news.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : setting(transaction).flatMap(setting -> take(transaction, news, setting)));
    }

    private Uni<RequestNews.Setting> setting(Transaction transaction) {
        return desk.now().flatMap(acknowledgements -> updateDesk
                .now()
                .map(updates -> new RequestNews.Setting(
                        acknowledgements,
                        updates,
                        config.language(),
                        config.patience(),
                        updateConfig.quietAfterAcknowledgement(),
                        transaction.now())));
    }

    private Uni<Void> take(
            Transaction transaction, List<NewEvents<RequestState>> newEvents, RequestNews.Setting setting) {
        List<RequestNews> all =
                newEvents.stream().map(news -> RequestNews.of(news, setting)).toList();
        return requests.store(transaction, all.stream().map(RequestNews::state).toList())
                .chain(() -> deliveries.add(
                        transaction,
                        all.stream().flatMap(news -> news.deliveries().stream()).toList()))
                .chain(() -> deliveries.write(
                        transaction,
                        all.stream().flatMap(news -> news.completed().stream()).toList()))
                .chain(() -> forgetting.forget(
                        transaction,
                        all.stream()
                                .map(RequestNews::state)
                                .filter(state -> state.correspondence().isForgotten())
                                .map(RequestState::id)
                                .toList()))
                .chain(() -> receipts.hear(
                        transaction,
                        all.stream().flatMap(news -> news.events().stream()).toList()))
                .chain(() -> optOuts.hear(
                        transaction,
                        all.stream().flatMap(news -> news.optOuts().stream()).toList()))
                .chain(() -> alerts.hear(
                        transaction,
                        all.stream()
                                .map(news -> new Alerts.News(
                                        news.state().id(),
                                        news.state().correspondence().number(),
                                        news.events()))
                                .toList()));
    }
}
