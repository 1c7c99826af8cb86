package io.beforehand.notification.request;

import io.beforehand.events.StreamProgress;
import io.beforehand.messaging.listener.RequestRows;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of requests. The sequence of our own events in them is {@link OwnStreams}' business. */
@ApplicationScoped
public class RequestStore implements RequestRows<RequestState> {

    private static final String LOCK = "SELECT * FROM request WHERE id = ANY ($1) ORDER BY id FOR UPDATE";

    private static final String STORE = """
            INSERT INTO request AS r (id, partition, number, channel, account, conversation, address, language,
                    mail_thread, automatic, first_response_due, first_response_over, owner_name, queue_position,
                    expected_wait_millis, acknowledge_by, acknowledged_at, stage, told_stage, told_owner, update_owed,
                    update_waits_until, update_count, requests_seq, routing_seq, sla_seq, last_seq, touched_on)
            SELECT s.*, 0, $27
              FROM unnest($1::text[], $2::smallint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                          $8::text[], $9::text[], $10::boolean[], $11::timestamptz[], $12::boolean[], $13::text[],
                          $14::integer[], $15::bigint[], $16::timestamptz[], $17::timestamptz[], $18::text[],
                          $19::text[], $20::text[], $21::boolean[], $22::timestamptz[], $23::integer[],
                          $24::bigint[], $25::bigint[], $26::bigint[]) AS s
            ON CONFLICT (id) DO UPDATE
               SET conversation = excluded.conversation, address = excluded.address, mail_thread = excluded.mail_thread, first_response_due = excluded.first_response_due,
                   first_response_over = excluded.first_response_over, owner_name = excluded.owner_name,
                   queue_position = excluded.queue_position, expected_wait_millis = excluded.expected_wait_millis,
                   acknowledge_by = excluded.acknowledge_by, acknowledged_at = excluded.acknowledged_at,
                   stage = excluded.stage, told_stage = excluded.told_stage, told_owner = excluded.told_owner,
                   update_owed = excluded.update_owed, update_waits_until = excluded.update_waits_until,
                   update_count = excluded.update_count, requests_seq = excluded.requests_seq,
                   routing_seq = excluded.routing_seq, sla_seq = excluded.sla_seq, touched_on = excluded.touched_on""";

    @Override
    public Uni<Map<String, RequestState>> lock(Transaction transaction, List<String> requestIds) {
        return transaction
                .sql()
                .preparedQuery(LOCK)
                .execute(Tuple.of((Object) requestIds.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, RequestState> states = new HashMap<>();
                    for (Row row : rows) {
                        states.put(row.getString("id"), RequestRow.read(row));
                    }
                    return states;
                });
    }

    @Override
    public StreamProgress progress(RequestState state) {
        return state.progress();
    }

    /** Stores the states of requests, new ones and locked ones. One statement, none for an empty list. */
    public Uni<Void> store(Transaction transaction, List<RequestState> states) {
        if (states.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Object> columns = new ArrayList<>(new RequestColumns(states).all());
        columns.add(transaction.now().atOffset(ZoneOffset.UTC).toLocalDate());
        return transaction
                .sql()
                .preparedQuery(STORE)
                .execute(Tuple.from(columns))
                .replaceWithVoid();
    }
}
