package io.beforehand.intake.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beforehand.intake.request.BatchLoader.Loaded;
import io.beforehand.intake.request.core.Changes;
import io.beforehand.intake.request.core.ChannelMessage;
import io.beforehand.intake.request.core.ConversationKey;
import io.beforehand.intake.request.core.Message;
import io.beforehand.intake.request.core.Opening;
import io.beforehand.intake.request.core.Request;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Stores what a batch changes: customers, and at most one statement each for new requests, changed requests,
 * conversations that go on with another request, messages, what mails have besides (see {@link MailWriter}), what became of messages (see {@link
 * RevisionWriter}), why requests are what they are now (see {@link RelabellingWriter}), events, and
 * conversations that were made ready in vain.
 */
@ApplicationScoped
class BatchWriter {

    private static final String NEW_REQUESTS = """
            INSERT INTO request (id, number, status, priority, priority_reason, category_reason, mood, language, tier, category, team, channel, account,
                                 conversation, subject, customer_id, opened_at, received_at, changed_at, linked_to, last_seq)
            SELECT k.id, k.number, k.status, k.priority, k.priority_reason, k.category_reason, k.mood, k.language, k.tier,
                   k.category, k.team, k.channel, k.account,
                   k.conversation, k.subject, c.id, k.opened_at, k.received_at, k.received_at, k.linked_to, k.last_seq
              FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                          $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::timestamptz[],
                          $15::timestamptz[], $16::uuid[], $17::bigint[], $18::text[], $19::text[], $20::text[])
                AS k (id, number, status, priority, priority_reason, tier, category, team, channel, account,
                      conversation, subject, native_id, opened_at, received_at, linked_to, last_seq, category_reason, mood, language)
              JOIN customer c ON (c.channel, c.account, c.native_id) = (k.channel, k.account, k.native_id)""";

    private static final String CHANGED_REQUESTS = """
            UPDATE request r
               SET status = k.status, priority = k.priority, tier = k.tier, category = k.category, team = k.team,
                   last_seq = k.last_seq, changed_at = $8::timestamptz
              FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[])
                AS k (id, status, priority, tier, category, team, last_seq)
             WHERE r.id = k.id""";

    /** Those that are not there yet are named by their request's id, so that nobody else can have made them. */
    private static final String CONVERSATIONS = """
            INSERT INTO conversation AS c (channel, account, conversation, request_id)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::uuid[]) AS k (channel, account, conversation, request_id)
             ORDER BY channel, account, conversation
                ON CONFLICT (channel, account, conversation) DO UPDATE SET request_id = excluded.request_id
             WHERE c.request_id <> excluded.request_id""";

    private static final String NEEDLESS_CONVERSATIONS = """
            DELETE FROM conversation c USING unnest($1::text[], $2::text[], $3::text[]) AS k (channel, account, conversation)
             WHERE (c.channel, c.account, c.conversation) = (k.channel, k.account, k.conversation)""";

    private static final String MESSAGES = """
            INSERT INTO message (request_id, id, direction, author_kind, author_id, author_name, text, attachments,
                                 occurred_at, received_at, delivery, kind, native_id, text_origin, auth_strength,
                                 in_reply_to, reply_until)
            SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                                 $9::timestamptz[], $10::timestamptz[], $11::text[], $12::text[], $13::text[], $14::text[],
                                 $15::text[], $16::text[], $17::timestamptz[])""";

    private final CustomerRows customers;
    private final ObjectMapper json;
    private final MailWriter mails;
    private final RevisionWriter revisions;
    private final EventRows events;
    private final MergeWriter merges;
    private final RelabellingWriter relabellings;

    BatchWriter(
            CustomerRows customers,
            ObjectMapper json,
            MailWriter mails,
            RevisionWriter revisions,
            EventRows events,
            MergeWriter merges,
            RelabellingWriter relabellings) {
        this.customers = customers;
        this.json = json;
        this.mails = mails;
        this.revisions = revisions;
        this.events = events;
        this.merges = merges;
        this.relabellings = relabellings;
    }

    Uni<Void> write(Transaction transaction, Changes changes, Loaded loaded) {
        Set<ConversationKey> made = loaded.made();
        Set<ConversationKey> needless = new HashSet<>(made);
        needless.removeAll(changes.conversations().keySet());
        Map<ConversationKey, String> moved = new HashMap<>(changes.conversations());
        moved.keySet().removeAll(made);
        // Sent one after the other without waiting for answers; the database carries them out in this order.
        return Uni.join()
                .all(
                        customers.store(transaction, changes.customers(), loaded.notSeenToday()),
                        newRequests(transaction, changes),
                        changedRequests(transaction, changes),
                        conversations(transaction, moved),
                        messages(transaction, changes.messages()),
                        mails.write(transaction, changes),
                        revisions.write(transaction, changes.revisions()),
                        relabellings.write(transaction, changes.relabellings()),
                        events.store(transaction, changes.received()),
                        needless(transaction, needless))
                .andFailFast()
                .chain(() -> merges.write(transaction, changes))
                .invoke(() -> transaction.publish(changes.events()))
                .replaceWithVoid();
    }

    private record New(Opening opening, Request request) {}

    private static Uni<Void> newRequests(Transaction transaction, Changes changes) {
        Columns<New> rows = Columns.of(changes.openings().stream()
                .map(o -> new New(o, Objects.requireNonNull(changes.requests().get(o.requestId()))))
                .toList());
        return unless(
                changes.openings().isEmpty(),
                transaction,
                NEW_REQUESTS,
                Arrays.asList(
                        rows.ids(r -> r.opening().requestId()),
                        rows.texts(r -> r.opening().number()),
                        rows.texts(r -> r.request().stage().status().wireName()),
                        rows.texts(r -> r.request().classification().priority().wireName()),
                        rows.texts(r -> r.opening().assessment().priority().reason()),
                        rows.texts(r -> r.request().classification().tier()),
                        rows.texts(r -> r.request().classification().category()),
                        rows.texts(r -> r.request().classification().team()),
                        rows.texts(r -> r.opening().conversation().channel().wireName()),
                        rows.texts(r -> r.opening().conversation().account()),
                        rows.texts(r -> r.opening().conversation().conversation()),
                        rows.texts(r -> r.opening().subject()),
                        rows.texts(r -> r.opening().customer().id()),
                        rows.times(r -> r.opening().openedAt()),
                        rows.times(r -> r.opening().receivedAt()),
                        rows.ids(r -> r.opening().linkedTo()),
                        rows.numbers(r -> r.request().lastSequence()),
                        rows.texts(r -> r.opening().assessment().category().reason()),
                        rows.texts(r -> r.opening().assessment().mood().wireName()),
                        rows.texts(r -> r.opening().language())));
    }

    private static Uni<Void> changedRequests(Transaction transaction, Changes changes) {
        Map<String, Request> changed = new HashMap<>(changes.requests());
        changes.openings().forEach(opening -> changed.remove(opening.requestId()));
        Columns<Request> rows = Columns.of(changed.values());
        return unless(
                changed.isEmpty(),
                transaction,
                CHANGED_REQUESTS,
                Arrays.asList(
                        rows.ids(Request::id),
                        rows.texts(r -> r.stage().status().wireName()),
                        rows.texts(r -> r.classification().priority().wireName()),
                        rows.texts(r -> r.classification().tier()),
                        rows.texts(r -> r.classification().category()),
                        rows.texts(r -> r.classification().team()),
                        rows.numbers(Request::lastSequence),
                        time(transaction.now())));
    }

    private static Uni<Void> conversations(Transaction transaction, Map<ConversationKey, String> moved) {
        List<Object> parameters = new ArrayList<>(Columns.ofConversations(moved.keySet()));
        parameters.add(Columns.of(moved.values()).ids(id -> id));
        return unless(moved.isEmpty(), transaction, CONVERSATIONS, parameters);
    }

    private static Uni<Void> needless(Transaction transaction, Set<ConversationKey> keys) {
        return unless(keys.isEmpty(), transaction, NEEDLESS_CONVERSATIONS, Columns.ofConversations(keys));
    }

    private Uni<Void> messages(Transaction transaction, List<Message> messages) {
        Columns<Message> rows = Columns.of(messages);
        return unless(
                messages.isEmpty(),
                transaction,
                MESSAGES,
                Arrays.asList(
                        rows.ids(Message::requestId),
                        rows.ids(Message::id),
                        rows.texts(m -> m.direction().wireName()),
                        rows.texts(m -> m.author().kind().wireName()),
                        rows.texts(m -> m.author().id()),
                        rows.texts(m -> m.author().name()),
                        rows.texts(Message::text),
                        rows.texts(this::attachments),
                        rows.times(Message::occurredAt),
                        rows.times(Message::receivedAt),
                        rows.texts(m -> m.deliver() ? "pending" : null),
                        rows.texts(m -> of(m, ChannelMessage::kind)),
                        rows.texts(m -> of(m, ChannelMessage::nativeId)),
                        rows.texts(m -> of(m, ChannelMessage::textOrigin)),
                        rows.texts(m -> of(m, ChannelMessage::authStrength)),
                        rows.texts(m -> of(m, ChannelMessage::inReplyTo)),
                        rows.column(BatchWriter::replyUntil, OffsetDateTime[]::new)));
    }

    private static Uni<Void> unless(boolean nothing, Transaction transaction, String sql, List<Object> parameters) {
        return nothing
                ? Uni.createFrom().voidItem()
                : transaction
                        .sql()
                        .preparedQuery(sql)
                        .execute(Tuple.from(parameters))
                        .replaceWithVoid();
    }

    private @Nullable String attachments(Message message) {
        if (message.attachments().isEmpty()) {
            return null;
        }
        try {
            return json.writeValueAsString(message.attachments());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String of(Message message, Function<ChannelMessage, @Nullable String> column) {
        return message.channel() == null ? null : column.apply(message.channel());
    }

    private static @Nullable OffsetDateTime replyUntil(Message message) {
        ChannelMessage channel = message.channel();
        return channel == null || channel.replyUntil() == null ? null : time(channel.replyUntil());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
