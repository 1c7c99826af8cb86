package io.beforehand.intake.customer;

import io.beforehand.events.Channel;
import io.beforehand.intake.erasure.Erasure;
import io.beforehand.intake.request.core.CustomerKey;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Erases a person who is locked: seven statements, and one for each {@link Erasure}, whatever he has. */
@ApplicationScoped
class ErasureStore {

    /** In the requests of others too, and in those that his go on in, which another channel may have brought. The ids of their events may hold what they say, or who said it. */
    private static final String HIS_MESSAGES = """
            WITH his AS (
                UPDATE message m
                   SET text = NULL, attachments = NULL, native_id = NULL, delivery_id = NULL, in_reply_to = NULL, author_id = k.pseudonym,
                       author_name = NULL
                  FROM unnest($1::uuid[], $2::text[]) AS k (id, pseudonym) JOIN customer c ON c.id = k.id, request r
                 WHERE m.direction = 'in' AND m.author_id = c.native_id
                   AND (c.kind = coalesce(m.kind, '') OR c.channel = ANY ($3))
                   AND (r.id = m.request_id OR r.merged_into = m.request_id) AND (r.channel, r.account) = (c.channel, c.account)
                RETURNING m.request_id, m.id),
            mails AS (
                DELETE FROM mail d USING his WHERE (d.request_id, d.message_id) = (his.request_id, his.id)),
            files AS (
                DELETE FROM attachment a USING his WHERE (a.request_id, a.message_id) = (his.request_id, his.id)),
            events AS (
                DELETE FROM received_event e USING his WHERE (e.request_id, e.message_id) = (his.request_id, his.id))
            SELECT count(*) AS count FROM his""";

    private static final String[] WITHOUT_KINDS =
            CustomerKey.SAME_FOR_ALL.stream().map(Channel::wireName).toArray(String[]::new);

    private static final String HIS_PLACES = """
            DELETE FROM participant p USING customer c WHERE c.id = ANY ($1) AND p.address = c.native_id""";

    private static final String EVENTS = "DELETE FROM received_event WHERE request_id = ANY ($1)";

    private static final String CONVERSATIONS = """
            DELETE FROM conversation c USING request r
             WHERE r.id = ANY ($1) AND c.request_id = r.id
               AND (c.channel, c.account, c.conversation) = (r.channel, r.account, r.conversation)""";

    private static final String REQUESTS = """
            UPDATE request SET subject = NULL, conversation = id::text, last_seq = last_seq + 1
             WHERE id = ANY ($1) RETURNING id, last_seq""";

    /** What others said goes on in a request of their own: nobody is answered in his any more. */
    private static final String GOING_ON_IN_HIS = """
            UPDATE request SET merged_into = NULL WHERE merged_into = ANY ($1) AND id <> ALL ($1)""";

    private static final String CUSTOMERS = """
            UPDATE customer c
               SET native_id = k.pseudonym, name = NULL, address = NULL, locale = NULL, time_zone = NULL, forgotten_at = $3
              FROM unnest($1::uuid[], $2::text[]) AS k (id, pseudonym) WHERE c.id = k.id""";

    private final Instance<Erasure> erasures;

    ErasureStore(@Any Instance<Erasure> erasures) {
        this.erasures = erasures;
    }

    /**
     * What was erased.
     *
     * @param rows by table
     * @param sequences the last place given out in the stream of each request, for the word that he is to be forgotten
     */
    record Erased(Map<String, Integer> rows, Map<UUID, Long> sequences) {}

    Uni<Erased> erase(Transaction transaction, Person person, Pseudonyms pseudonyms) {
        UUID[] ids = pseudonyms.ofIdentities().keySet().toArray(UUID[]::new);
        String[] names = pseudonyms.ofIdentities().values().toArray(String[]::new);
        Tuple requests = Tuple.of((Object) person.requests().toArray(UUID[]::new));
        Map<String, Integer> erased = new LinkedHashMap<>();
        Uni<Void> done = run(transaction, EVENTS, requests)
                .chain(() -> run(transaction, CONVERSATIONS, requests))
                .replaceWithVoid();
        for (Erasure erasure : erasures) {
            done = done.chain(() -> run(transaction, erasure.statement(), requests))
                    .invoke(rows -> erased.put(erasure.table(), rows.rowCount()))
                    .replaceWithVoid();
        }
        return done.chain(() -> run(transaction, HIS_MESSAGES, Tuple.of(ids, names, WITHOUT_KINDS)))
                .chain(() -> run(transaction, HIS_PLACES, Tuple.of((Object) ids)))
                .chain(() -> run(
                        transaction,
                        CUSTOMERS,
                        Tuple.of(ids, names, transaction.now().atOffset(ZoneOffset.UTC))))
                .chain(() -> run(transaction, GOING_ON_IN_HIS, requests))
                .chain(() -> run(transaction, REQUESTS, requests))
                .map(rows -> {
                    Map<UUID, Long> sequences = new LinkedHashMap<>();
                    for (Row row : rows) {
                        sequences.put(row.getUUID("id"), row.getLong("last_seq"));
                    }
                    return new Erased(erased, sequences);
                });
    }

    private static Uni<RowSet<Row>> run(Transaction transaction, String sql, Tuple parameters) {
        return transaction.sql().preparedQuery(sql).execute(parameters);
    }
}
