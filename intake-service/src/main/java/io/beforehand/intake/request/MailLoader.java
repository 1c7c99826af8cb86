package io.beforehand.intake.request;

import io.beforehand.intake.request.core.Participant;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Reads who has a part in requests. One statement if there are mails, none otherwise. */
@ApplicationScoped
class MailLoader {

    private static final String PARTICIPANTS = """
            SELECT request_id, address FROM participant WHERE request_id = ANY ($1) AND address = ANY ($2)""";

    /** Those of the senders who have a part in any of the requests. */
    Uni<Set<Participant>> participants(Transaction transaction, Set<String> requestIds, Set<String> senders) {
        if (requestIds.isEmpty() || senders.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        Tuple parameters = Tuple.of(
                requestIds.stream().map(UUID::fromString).toArray(UUID[]::new), senders.toArray(String[]::new));
        return transaction.sql().preparedQuery(PARTICIPANTS).execute(parameters).map(rows -> {
            Set<Participant> participants = new HashSet<>();
            for (Row row : rows) {
                participants.add(new Participant(row.getUUID("request_id").toString(), row.getString("address")));
            }
            return participants;
        });
    }
}
