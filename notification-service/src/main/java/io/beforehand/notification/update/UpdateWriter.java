package io.beforehand.notification.update;

import io.beforehand.events.DeliveryKind;
import io.beforehand.messaging.partition.NotOwnerException;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.messaging.transaction.Transactions;
import io.beforehand.notification.delivery.ClaimedDelivery;
import io.beforehand.notification.delivery.Deliveries;
import io.beforehand.notification.delivery.MessageWriter;
import io.beforehand.notification.delivery.Withholding;
import io.beforehand.notification.request.News;
import io.beforehand.notification.request.RequestState;
import io.beforehand.notification.request.RequestStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes updates whose wait has ended, with what is true by then; ends those that have nothing left to tell.
 *
 * <p>Cost: one transaction for all that end together, with the owner rows and request rows locked, up to two updates of
 * deliveries and one of requests.
 */
@ApplicationScoped
class UpdateWriter implements MessageWriter {

    private final Transactions transactions;
    private final RequestStore requests;
    private final Deliveries deliveries;
    private final UpdateDesk desk;

    UpdateWriter(Transactions transactions, RequestStore requests, Deliveries deliveries, UpdateDesk desk) {
        this.transactions = transactions;
        this.requests = requests;
        this.deliveries = deliveries;
        this.desk = desk;
    }

    @Override
    public DeliveryKind kind() {
        return DeliveryKind.UPDATE;
    }

    @Override
    public Uni<List<ClaimedDelivery>> write(List<ClaimedDelivery> waiting) {
        Set<Integer> partitions = waiting.stream().map(d -> d.due().partition()).collect(Collectors.toSet());
        return desk.now()
                .flatMap(updates ->
                        transactions.asOwner(partitions, transaction -> write(waiting, updates, transaction)))
                .onFailure(NotOwnerException.class)
                .recoverWithItem(List.of());
    }

    private Uni<List<ClaimedDelivery>> write(
            List<ClaimedDelivery> waiting, UpdateMessages updates, Transaction transaction) {
        List<String> ids =
                waiting.stream().map(ClaimedDelivery::requestId).sorted().toList();
        return requests.lock(transaction, ids).flatMap(known -> {
            List<RequestState> due = known.values().stream()
                    .filter(request -> request.updates().waitsUntil() != null)
                    .toList();
            Map<String, Deliveries.Message> messages = due.stream()
                    .filter(request -> !request.news().equals(News.NONE))
                    .map(request -> updates.complete(request, transaction.now()))
                    .collect(Collectors.toMap(message -> message.due().id(), message -> message));
            List<String> idle = waiting.stream()
                    .map(ClaimedDelivery::id)
                    .filter(id -> !messages.containsKey(id))
                    .toList();
            return deliveries
                    .write(transaction, List.copyOf(messages.values()))
                    .chain(() -> deliveries.withholdUpdates(transaction, idle, Withholding.NOTHING_TO_TELL))
                    .chain(() -> requests.store(
                            transaction, due.stream().map(RequestState::updated).toList()))
                    .replaceWith(() -> withContent(waiting, messages));
        });
    }

    private static List<ClaimedDelivery> withContent(
            List<ClaimedDelivery> waiting, Map<String, Deliveries.Message> messages) {
        List<ClaimedDelivery> ready = new ArrayList<>();
        for (ClaimedDelivery delivery : waiting) {
            Deliveries.Message message = messages.get(delivery.id());
            if (message != null) {
                ready.add(delivery.with(message.content()));
            }
        }
        return ready;
    }
}
