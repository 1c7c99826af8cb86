package io.beforehand.notification.delivery;

import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores what came of attempts. */
@ApplicationScoped
class OutcomeTable {

    private static final String STORE = """
            UPDATE delivery d
               SET state = o.state, reason = o.reason, next_attempt_at = o.next_attempt_at, sent_at = o.sent_at,
                   channel_message_id = o.channel_message_id,
                   attempt_count = d.attempt_count + 1,
                   attempts = d.attempts || jsonb_build_object('at', o.at, 'outcome', o.outcome)
              FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::text[],
                          $7::text[], $8::text[])
                AS o (id, state, reason, next_attempt_at, sent_at, at, outcome, channel_message_id)
             WHERE d.id = o.id AND d.next_attempt_at IS NOT NULL
            RETURNING d.id""";

    /** Returns the ids of those that were still due, and so were stored. One statement. */
    Uni<Set<String>> store(Transaction transaction, List<Recorded> all) {
        int size = all.size();
        String[] ids = new String[size];
        String[] states = new String[size];
        @Nullable String[] reasons = new String[size];
        @Nullable OffsetDateTime[] next = new OffsetDateTime[size];
        @Nullable OffsetDateTime[] sent = new OffsetDateTime[size];
        String[] at = new String[size];
        String[] outcomes = new String[size];
        @Nullable String[] channelIds = new String[size];
        for (int i = 0; i < size; i++) {
            Recorded recorded = all.get(i);
            DeliveryState state = recorded.state();
            ids[i] = recorded.id();
            states[i] = state.label();
            reasons[i] = state.reason().orElse(null);
            next[i] = state instanceof DeliveryState.Due due ? utc(due.dueAt()) : null;
            sent[i] = state instanceof DeliveryState.Sent(Instant moment) ? utc(moment) : null;
            at[i] = recorded.at().toString();
            outcomes[i] = recorded.attempted().label();
            channelIds[i] = recorded.attempted().channelMessageId();
        }
        return transaction
                .sql()
                .preparedQuery(STORE)
                .execute(Tuple.from(List.of(ids, states, reasons, next, sent, at, outcomes, channelIds)))
                .map(rows -> {
                    Set<String> stored = new HashSet<>();
                    for (Row row : rows) {
                        stored.add(row.getString("id"));
                    }
                    return stored;
                });
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
