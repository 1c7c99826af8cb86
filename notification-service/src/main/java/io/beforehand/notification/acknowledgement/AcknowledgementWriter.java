package io.beforehand.notification.acknowledgement;

import io.beforehand.events.DeliveryKind;
import io.beforehand.messaging.partition.NotOwnerException;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.messaging.transaction.Transactions;
import io.beforehand.notification.delivery.ClaimedDelivery;
import io.beforehand.notification.delivery.Content;
import io.beforehand.notification.delivery.Deliveries;
import io.beforehand.notification.delivery.MessageWriter;
import io.beforehand.notification.request.Acknowledgement;
import io.beforehand.notification.request.RequestState;
import io.beforehand.notification.request.RequestStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes acknowledgements whose wait has ended with what is known by then.
 *
 * <p>Cost: one transaction for all that end together, with the owner rows and request rows locked, one update of deliveries
 * and one of requests. The row's lock decides between this and the listener, which writes those that become complete.
 */
@ApplicationScoped
class AcknowledgementWriter implements MessageWriter {

    private final Transactions transactions;
    private final RequestStore requests;
    private final Deliveries deliveries;
    private final AcknowledgementDesk desk;

    AcknowledgementWriter(
            Transactions transactions, RequestStore requests, Deliveries deliveries, AcknowledgementDesk desk) {
        this.transactions = transactions;
        this.requests = requests;
        this.deliveries = deliveries;
        this.desk = desk;
    }

    @Override
    public DeliveryKind kind() {
        return DeliveryKind.ACKNOWLEDGEMENT;
    }

    @Override
    public Uni<List<ClaimedDelivery>> write(List<ClaimedDelivery> waiting) {
        Set<Integer> partitions = waiting.stream().map(d -> d.due().partition()).collect(Collectors.toSet());
        return desk.now()
                .flatMap(acknowledgements ->
                        transactions.asOwner(partitions, transaction -> write(waiting, acknowledgements, transaction)))
                .onFailure(NotOwnerException.class)
                .recoverWithItem(List.of());
    }

    private Uni<List<ClaimedDelivery>> write(
            List<ClaimedDelivery> waiting, Acknowledgements acknowledgements, Transaction transaction) {
        List<String> ids =
                waiting.stream().map(ClaimedDelivery::requestId).sorted().toList();
        return requests.lock(transaction, ids).flatMap(known -> {
            Map<String, Deliveries.Message> messages = known.values().stream()
                    .filter(request -> request.acknowledgement() instanceof Acknowledgement.Waiting)
                    .collect(Collectors.toMap(
                            RequestState::id, request -> acknowledgements.complete(request, transaction.now())));
            List<RequestState> written = messages.keySet().stream()
                    .map(id -> Objects.requireNonNull(known.get(id)).acknowledged(transaction.now()))
                    .toList();
            return deliveries
                    .write(transaction, List.copyOf(messages.values()))
                    .chain(() -> requests.store(transaction, written))
                    .replaceWith(() -> withContent(waiting, messages));
        });
    }

    private static List<ClaimedDelivery> withContent(
            List<ClaimedDelivery> waiting, Map<String, Deliveries.Message> messages) {
        List<ClaimedDelivery> ready = new ArrayList<>();
        for (ClaimedDelivery delivery : waiting) {
            Deliveries.Message message = messages.get(delivery.requestId());
            if (message != null) {
                Content.Written content = message.content();
                ready.add(delivery.with(content));
            }
        }
        return ready;
    }
}
