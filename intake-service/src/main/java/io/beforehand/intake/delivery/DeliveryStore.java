package io.beforehand.intake.delivery;

import io.beforehand.messaging.UnprocessableException;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The state of delivery of messages. One update for a batch, in the order it came; none if there is nothing to note. */
@ApplicationScoped
class DeliveryStore {

    /** The last word of the batch on a message counts, but for a delivery that is done. */
    private static final String NOTE = """
            UPDATE message m SET delivery = k.delivery, delivery_reason = k.reason
              FROM (SELECT DISTINCT ON (request_id, id) *
                      FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[])
                           WITH ORDINALITY AS u (request_id, id, delivery, reason, place)
                     ORDER BY request_id, id, delivery = 'delivered' DESC, place DESC) k
             WHERE m.request_id = k.request_id AND m.id = k.id AND m.delivery <> 'delivered'""";

    /** @param reason a stable word where it failed */
    record Delivered(
            String requestId,
            String messageId,
            String state,
            @Nullable String reason) {}

    Uni<Void> note(Transaction transaction, List<Delivered> deliveries) {
        if (deliveries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.of(
                deliveries.stream().map(d -> id(d.requestId())).toArray(UUID[]::new),
                deliveries.stream().map(d -> id(d.messageId())).toArray(UUID[]::new),
                deliveries.stream().map(Delivered::state).toArray(String[]::new),
                deliveries.stream().map(Delivered::reason).toArray(String[]::new));
        return transaction.sql().preparedQuery(NOTE).execute(columns).replaceWithVoid();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new UnprocessableException("id-not-a-uuid");
        }
    }
}
