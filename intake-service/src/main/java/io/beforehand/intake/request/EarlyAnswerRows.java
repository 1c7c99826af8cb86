package io.beforehand.intake.request;

import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import io.beforehand.events.Channel;
import io.beforehand.intake.request.core.ChannelMessage;
import io.beforehand.intake.request.core.ConversationKey;
import io.beforehand.intake.request.core.EarlyAnswer;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What was said in conversations before the message that opens a request there: one statement to read that of conversations in which channels'
 * messages come now, one to keep more, one to let go of what was taken; each only if there is something to do. The conversation's lock
 * keeps a message and its answer from missing each other.
 */
@ApplicationScoped
class EarlyAnswerRows {

    private static final String READ = """
            SELECT e.* FROM unnest($1::text[], $2::text[], $3::text[]) AS k (channel, account, conversation)
              JOIN early_answer e USING (channel, account, conversation) ORDER BY e.at, e.id""";

    private static final String KEEP = """
            INSERT INTO early_answer (channel, account, conversation, id, author_kind, author_id, author_name, echoed, text, kind,
                                      native_id, delivery_id, auth_strength, in_reply_to, at, at_source, received_at)
            SELECT k.*, $17::timestamptz
              FROM unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::boolean[], $9::text[],
                          $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::timestamptz[], $16::timestamptz[]) AS k
                ON CONFLICT DO NOTHING""";

    private static final String LET_GO = """
            DELETE FROM early_answer e USING unnest($1::text[], $2::text[], $3::text[]) AS k (channel, account, conversation)
             WHERE (e.channel, e.account, e.conversation) = (k.channel, k.account, k.conversation)""";

    private record Kept(ConversationKey in, EarlyAnswer answer) {}

    Uni<Map<ConversationKey, List<EarlyAnswer>>> read(Transaction transaction, Set<ConversationKey> conversations) {
        if (conversations.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return transaction
                .sql()
                .preparedQuery(READ)
                .execute(Tuple.from(Columns.ofConversations(conversations)))
                .map(rows -> {
                    Map<ConversationKey, List<EarlyAnswer>> found = new HashMap<>();
                    rows.forEach(row -> found.computeIfAbsent(conversation(row), _ -> new ArrayList<>())
                            .add(answer(row)));
                    return found;
                });
    }

    /** @param answers of each conversation all that are to be kept; those that are there already stay as they are */
    Uni<Void> write(Transaction transaction, Map<ConversationKey, List<EarlyAnswer>> answers) {
        List<Kept> kept = new ArrayList<>();
        List<ConversationKey> taken = new ArrayList<>();
        answers.forEach((conversation, all) -> {
            if (all.isEmpty()) {
                taken.add(conversation);
            }
            all.forEach(answer -> kept.add(new Kept(conversation, answer)));
        });
        return RowWriter.unless(kept.isEmpty(), transaction, KEEP, columns(transaction, kept))
                .chain(() -> RowWriter.unless(taken.isEmpty(), transaction, LET_GO, Columns.ofConversations(taken)));
    }

    private static List<Object> columns(Transaction transaction, List<Kept> kept) {
        Columns<Kept> rows = Columns.of(kept);
        return Arrays.asList(
                rows.texts(k -> k.in().channel().wireName()),
                rows.texts(k -> k.in().account()),
                rows.texts(k -> k.in().conversation()),
                rows.ids(k -> k.answer().id()),
                rows.texts(k -> k.answer().author().kind().wireName()),
                rows.texts(k -> k.answer().author().id()),
                rows.texts(k -> k.answer().author().name()),
                rows.column(k -> k.answer().echoed(), Boolean[]::new),
                rows.texts(k -> k.answer().text()),
                rows.texts(k -> k.answer().channel().kind()),
                rows.texts(k -> k.answer().channel().nativeId()),
                rows.texts(k -> k.answer().channel().deliveryId()),
                rows.texts(k -> k.answer().channel().authStrength()),
                rows.texts(k -> k.answer().channel().inReplyTo()),
                rows.times(k -> k.answer().at()),
                rows.timesIfAny(k -> k.answer().atSource()),
                transaction.now().atOffset(ZoneOffset.UTC));
    }

    private static ConversationKey conversation(Row row) {
        return new ConversationKey(
                Channel.of(row.getString("channel")), row.getString("account"), row.getString("conversation"));
    }

    private static EarlyAnswer answer(Row row) {
        OffsetDateTime source = row.getOffsetDateTime("at_source");
        return new EarlyAnswer(
                row.getUUID("id").toString(),
                new Author(
                        AuthorKind.of(row.getString("author_kind")),
                        row.getString("author_id"),
                        row.getString("author_name")),
                row.getString("text"),
                row.getBoolean("echoed"),
                new ChannelMessage(
                        row.getString("kind"),
                        row.getString("native_id"),
                        row.getString("delivery_id"),
                        null,
                        Objects.requireNonNull(row.getString("auth_strength")),
                        row.getString("in_reply_to"),
                        null),
                row.getOffsetDateTime("at").toInstant(),
                source == null ? null : source.toInstant());
    }
}
