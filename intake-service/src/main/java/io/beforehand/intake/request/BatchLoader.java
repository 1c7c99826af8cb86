package io.beforehand.intake.request;

import com.github.f4b6a3.uuid.UuidCreator;
import io.beforehand.events.Channel;
import io.beforehand.intake.request.core.ConversationKey;
import io.beforehand.intake.request.core.CustomerKey;
import io.beforehand.intake.request.core.Known;
import io.beforehand.intake.request.core.Located;
import io.beforehand.intake.request.core.NativeMessage;
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
import java.util.Set;
import java.util.UUID;

/**
 * Locks and reads everything that a batch touches. Two to twelve statements, the rules among them, and a few more where requests or customers are
 * merged, of which some are sent together:
 * conversations, new conversations (again if somebody else just made one); messages that channels name; requests, customers and events, changes and answers that came before their messages; participants
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
    private final EventRows events;
    private final RequestRows requests;
    private final PersonLoader persons;
    private final UnansweredLoader unanswered;
    private final EarlyChangeRows early;
    private final EarlyAnswerRows earlyAnswers;

    BatchLoader(
            CustomerRows customers,
            MailLoader mails,
            NativeLoader natives,
            EventRows events,
            RequestRows requests,
            PersonLoader persons,
            UnansweredLoader unanswered,
            EarlyChangeRows early,
            EarlyAnswerRows earlyAnswers) {
        this.customers = customers;
        this.mails = mails;
        this.natives = natives;
        this.events = events;
        this.requests = requests;
        this.persons = persons;
        this.unanswered = unanswered;
        this.early = early;
        this.earlyAnswers = earlyAnswers;
    }

    Uni<Loaded> load(Transaction transaction, Touched touched) {
        return conversations(transaction, touched).flatMap(conversations -> natives.find(transaction, touched.natives())
                .flatMap(found -> persons.openRequests(transaction, touched.merges())
                        .flatMap(open -> known(transaction, touched, conversations, found, open))));
    }

    /** The statements that do not need each other's answers are sent together; the database keeps their order. */
    private Uni<Loaded> known(
            Transaction transaction,
            Touched touched,
            Conversations conversations,
            Map<NativeMessage, Located> found,
            Set<UUID> open) {
        Set<UUID> named = conversations.withRequests();
        named.addAll(Columns.uuids(touched.requests()));
        found.values().forEach(message -> named.add(UUID.fromString(message.requestId())));
        named.addAll(open);
        return Uni.combine()
                .all()
                .unis(
                        requests.lock(transaction, named, Columns.uuids(touched.mergedRequests())),
                        persons.lock(transaction, touched.merges(), open)
                                .chain(() -> customers.lock(transaction, touched.customers())),
                        events.read(transaction, touched.events()),
                        unanswered.find(transaction, touched.mergedRequests()),
                        early.read(transaction, touched.arriving()),
                        earlyAnswers.read(transaction, touched.answerable()))
                .asTuple()
                .flatMap(read -> mails.participants(
                                transaction, read.getItem1().requests().keySet(), touched.senders())
                        .map(participants -> new Known(
                                conversations.requestIds(),
                                read.getItem1().requests(),
                                read.getItem2().customers(),
                                read.getItem3(),
                                participants,
                                found,
                                read.getItem5(),
                                read.getItem6(),
                                read.getItem4(),
                                together(
                                        read.getItem1().leads(), read.getItem2().leads())))
                        .flatMap(known -> numbers(transaction, touched.openingsAtMost(known))
                                .map(numbers -> new Loaded(
                                        known,
                                        conversations.made(),
                                        read.getItem2().notSeenToday(),
                                        numbers))));
    }

    private static Map<CustomerKey, CustomerKey> together(
            Map<CustomerKey, CustomerKey> ofRequests, Map<CustomerKey, CustomerKey> ofCustomers) {
        Map<CustomerKey, CustomerKey> leads = new HashMap<>(ofRequests);
        leads.putAll(ofCustomers);
        return leads;
    }

    private record Conversations(Map<ConversationKey, String> requestIds, Set<ConversationKey> made) {

        Set<ConversationKey> without(Collection<ConversationKey> keys) {
            Set<ConversationKey> missing = new LinkedHashSet<>(keys);
            missing.removeAll(requestIds.keySet());
            return missing;
        }

        /** One that was made just now has no request yet. */
        Set<UUID> withRequests() {
            Set<UUID> ids = new LinkedHashSet<>();
            requestIds.forEach((conversation, id) -> {
                if (!made.contains(conversation)) {
                    ids.add(UUID.fromString(id));
                }
            });
            return ids;
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
        Set<ConversationKey> needed = new LinkedHashSet<>(touched.messaged());
        needed.addAll(touched.awaited());
        return lock(transaction, all, found)
                .chain(() -> make(transaction, found.without(needed), found))
                .chain(() -> lock(transaction, found.without(needed), found))
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
}
