package io.beforehand.intake.request;

import com.github.f4b6a3.uuid.UuidCreator;
import io.beforehand.events.Channel;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestStatus;
import io.beforehand.intake.request.core.Classification;
import io.beforehand.intake.request.core.ConversationKey;
import io.beforehand.intake.request.core.CustomerKey;
import io.beforehand.intake.request.core.EventKey;
import io.beforehand.intake.request.core.Fingerprint;
import io.beforehand.intake.request.core.Known;
import io.beforehand.intake.request.core.Known.Received;
import io.beforehand.intake.request.core.Located;
import io.beforehand.intake.request.core.NativeMessage;
import io.beforehand.intake.request.core.Outcome;
import io.beforehand.intake.request.core.Receipt;
import io.beforehand.intake.request.core.Request;
import io.beforehand.intake.request.core.Stage;
import io.beforehand.intake.request.core.Touched;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Locks and reads everything that a batch touches. Two to nine statements, of which some are sent together:
 * conversations, new conversations (again if somebody else just made one); messages that channels name; requests, customers and events; participants
 * if there are mails; numbers.
 */
@ApplicationScoped
class BatchLoader {

    private static final String LOCK_CONVERSATIONS = """
            SELECT c.channel, c.account, c.conversation, c.request_id
              FROM conversation c
              JOIN unnest($1::text[], $2::text[], $3::text[]) AS k (channel, account, conversation)
             USING (channel, account, conversation)
             ORDER BY c.channel, c.account, c.conversation
               FOR UPDATE OF c""";

    private static final String MAKE_CONVERSATIONS = """
            INSERT INTO conversation (channel, account, conversation, request_id)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::uuid[]) AS k (channel, account, conversation, request_id)
             ORDER BY channel, account, conversation
                ON CONFLICT DO NOTHING
            RETURNING channel, account, conversation, request_id""";

    private static final String LOCK_REQUESTS = """
            SELECT id, status, priority, tier, category, team, last_seq
              FROM request WHERE id = ANY ($1) ORDER BY id FOR UPDATE""";

    private static final String READ_EVENTS = """
            SELECT e.source, e.id, e.fingerprint, e.outcome, e.request_id, e.message_id
              FROM received_event e
              JOIN unnest($1::text[], $2::text[]) AS k (source, id) USING (source, id)""";

    private static final String TAKE_NUMBERS =
            "SELECT 'R-' || nextval('request_number') AS number FROM generate_series(1, $1::int)";

    /**
     * What a batch has to know.
     *
     * @param made the conversations that were made ready for the batch
     * @param notSeenToday customers whose day is to be moved
     */
    record Loaded(Known known, Set<ConversationKey> made, Set<CustomerKey> notSeenToday, List<String> numbers) {}

    private final CustomerRows customers;
    private final MailLoader mails;
    private final NativeLoader natives;

    BatchLoader(CustomerRows customers, MailLoader mails, NativeLoader natives) {
        this.customers = customers;
        this.mails = mails;
        this.natives = natives;
    }

    Uni<Loaded> load(Transaction transaction, Touched touched) {
        return conversations(transaction, touched).flatMap(conversations -> natives.find(transaction, touched.natives())
                .flatMap(found -> known(transaction, touched, conversations, found)));
    }

    /** The statements that do not need each other's answers are sent together; the database keeps their order. */
    private Uni<Loaded> known(
            Transaction transaction, Touched touched, Conversations conversations, Map<NativeMessage, Located> found) {
        Set<String> named = new LinkedHashSet<>(touched.requests());
        found.values().forEach(message -> named.add(message.requestId()));
        return Uni.combine()
                .all()
                .unis(
                        requests(transaction, named, conversations),
                        customers.lock(transaction, touched.customers()),
                        events(transaction, touched.events()))
                .asTuple()
                .flatMap(read -> mails.participants(transaction, read.getItem1().keySet(), touched.senders())
                        .map(participants -> new Known(
                                conversations.requestIds(),
                                read.getItem1(),
                                read.getItem2().customers(),
                                read.getItem3(),
                                participants,
                                found))
                        .flatMap(known -> numbers(transaction, touched.openingsAtMost(known))
                                .map(numbers -> new Loaded(
                                        known,
                                        conversations.made(),
                                        read.getItem2().notSeenToday(),
                                        numbers))));
    }

    private record Conversations(Map<ConversationKey, String> requestIds, Set<ConversationKey> made) {

        Set<ConversationKey> without(Collection<ConversationKey> keys) {
            Set<ConversationKey> missing = new LinkedHashSet<>(keys);
            missing.removeAll(requestIds.keySet());
            return missing;
        }

        void take(RowSet<Row> rows) {
            for (Row row : rows) {
                requestIds.put(conversation(row), row.getUUID("request_id").toString());
            }
        }
    }

    private static Uni<Conversations> conversations(Transaction transaction, Touched touched) {
        Conversations found = new Conversations(new HashMap<>(), new HashSet<>());
        Set<ConversationKey> all = new LinkedHashSet<>(touched.messaged());
        all.addAll(touched.conversations());
        return lock(transaction, all, found)
                .chain(() -> make(transaction, found.without(touched.messaged()), found))
                .chain(() -> lock(transaction, found.without(touched.messaged()), found))
                .replaceWith(found);
    }

    private static Uni<Void> lock(Transaction transaction, Set<ConversationKey> keys, Conversations found) {
        return keys.isEmpty()
                ? Uni.createFrom().voidItem()
                : query(transaction, LOCK_CONVERSATIONS, Columns.ofConversations(keys))
                        .invoke(found::take)
                        .replaceWithVoid();
    }

    private static Uni<Void> make(Transaction transaction, Set<ConversationKey> keys, Conversations found) {
        if (keys.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Object> columns = new ArrayList<>(Columns.ofConversations(keys));
        columns.add(keys.stream().map(_ -> UuidCreator.getTimeOrderedEpoch()).toArray(UUID[]::new));
        return query(transaction, MAKE_CONVERSATIONS, columns)
                .invoke(rows -> {
                    found.take(rows);
                    rows.forEach(row -> found.made().add(conversation(row)));
                })
                .replaceWithVoid();
    }

    /** A conversation that was made just now has no request yet. */
    private static Uni<Map<String, Request>> requests(
            Transaction transaction, Set<String> named, Conversations conversations) {
        Set<UUID> ids = new LinkedHashSet<>();
        named.forEach(id -> ids.add(UUID.fromString(id)));
        conversations.requestIds().forEach((conversation, id) -> {
            if (!conversations.made().contains(conversation)) {
                ids.add(UUID.fromString(id));
            }
        });
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return query(transaction, LOCK_REQUESTS, List.of((Object) ids.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<String, Request> requests = new HashMap<>();
                    for (Row row : rows) {
                        Request request = request(row);
                        requests.put(request.id(), request);
                    }
                    return requests;
                });
    }

    private static Uni<Map<EventKey, Received>> events(Transaction transaction, Set<EventKey> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Columns<EventKey> columns = Columns.of(keys);
        return query(transaction, READ_EVENTS, List.of(columns.texts(EventKey::source), columns.texts(EventKey::id)))
                .map(rows -> {
                    Map<EventKey, Received> events = new HashMap<>();
                    for (Row row : rows) {
                        Receipt receipt = new Receipt(
                                Outcome.of(row.getString("outcome")),
                                text(row.getUUID("request_id")),
                                text(row.getUUID("message_id")));
                        events.put(
                                new EventKey(row.getString("source"), row.getString("id")),
                                new Received(
                                        new Fingerprint(
                                                row.getBuffer("fingerprint").getBytes()),
                                        receipt));
                    }
                    return events;
                });
    }

    private static Uni<List<String>> numbers(Transaction transaction, int count) {
        return count == 0
                ? Uni.createFrom().item(List.of())
                : query(transaction, TAKE_NUMBERS, List.of(count)).map(rows -> {
                    List<String> numbers = new ArrayList<>();
                    rows.forEach(row -> numbers.add(row.getString("number")));
                    return numbers;
                });
    }

    private static Uni<RowSet<Row>> query(Transaction transaction, String sql, List<Object> parameters) {
        return transaction.sql().preparedQuery(sql).execute(Tuple.from(parameters));
    }

    private static ConversationKey conversation(Row row) {
        return new ConversationKey(
                Channel.of(row.getString("channel")), row.getString("account"), row.getString("conversation"));
    }

    private static Request request(Row row) {
        return new Request(
                row.getUUID("id").toString(),
                row.getLong("last_seq"),
                Stage.of(RequestStatus.of(row.getString("status"))),
                new Classification(
                        Priority.of(row.getString("priority")),
                        row.getString("tier"),
                        row.getString("category"),
                        row.getString("team")));
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : Objects.toString(id);
    }
}
