package io.beforehand.intake.request;

import io.beforehand.intake.request.BatchLoader.Loaded;
import io.beforehand.intake.request.core.Changes;
import io.beforehand.intake.request.core.ConversationKey;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stores what a batch changes: customers, requests (see {@link RequestWriter}), and at most one statement each for
 * conversations that go on with another request, messages (see {@link MessageWriter}), what mails have besides (see {@link
 * MailWriter}), what became of messages (see {@link RevisionWriter}), what is to become of others that have not come yet (see
 * {@link EarlyChangeRows}) or what answers them already (see {@link EarlyAnswerRows}), why requests are what they are now (see {@link RelabellingWriter}), events, and conversations that
 * were made ready in vain.
 */
@ApplicationScoped
class BatchWriter {

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

    private final CustomerRows customers;
    private final RequestWriter requests;
    private final MessageWriter messages;
    private final MailWriter mails;
    private final RevisionWriter revisions;
    private final EarlyChangeRows early;
    private final EarlyAnswerRows earlyAnswers;
    private final EventRows events;
    private final MergeWriter merges;
    private final RelabellingWriter relabellings;

    BatchWriter(
            CustomerRows customers,
            RequestWriter requests,
            MessageWriter messages,
            MailWriter mails,
            RevisionWriter revisions,
            EarlyChangeRows early,
            EarlyAnswerRows earlyAnswers,
            EventRows events,
            MergeWriter merges,
            RelabellingWriter relabellings) {
        this.customers = customers;
        this.requests = requests;
        this.messages = messages;
        this.mails = mails;
        this.revisions = revisions;
        this.early = early;
        this.earlyAnswers = earlyAnswers;
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
                        requests.open(transaction, changes),
                        requests.change(transaction, changes),
                        conversations(transaction, moved),
                        messages.write(transaction, changes.messages()),
                        mails.write(transaction, changes),
                        revisions.write(transaction, changes.revisions()),
                        early.write(transaction, changes.early()),
                        earlyAnswers.write(transaction, changes.earlyAnswers()),
                        relabellings.write(transaction, changes.relabellings()),
                        events.store(transaction, changes.received()),
                        needless(transaction, needless))
                .andFailFast()
                .chain(() -> merges.write(transaction, changes))
                .invoke(() -> transaction.publish(changes.events()))
                .replaceWithVoid();
    }

    private static Uni<Void> conversations(Transaction transaction, Map<ConversationKey, String> moved) {
        List<Object> parameters = new ArrayList<>(Columns.ofConversations(moved.keySet()));
        parameters.add(Columns.of(moved.values()).ids(id -> id));
        return RowWriter.unless(moved.isEmpty(), transaction, CONVERSATIONS, parameters);
    }

    private static Uni<Void> needless(Transaction transaction, Set<ConversationKey> keys) {
        return RowWriter.unless(keys.isEmpty(), transaction, NEEDLESS_CONVERSATIONS, Columns.ofConversations(keys));
    }
}
