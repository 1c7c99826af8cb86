package io.beforehand.intake.request;

import io.beforehand.events.Channel;
import io.beforehand.intake.request.core.ConversationKey;
import io.beforehand.intake.request.core.EarlyChange;
import io.beforehand.intake.request.core.EarlyChange.Waiting;
import io.beforehand.intake.request.core.NativeMessage;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes that came before their messages: one statement to read those of messages that come now, one to keep others, one to let go of
 * what was caught up with; each only if there is something to do. Whoever names its conversation is kept from missing one by the lock
 * of that.
 */
@ApplicationScoped
class EarlyChangeRows {

    private static final String READ = """
            SELECT e.channel, e.kind, e.account, e.native_id, e.retracted, e.text, e.at
              FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS k (channel, kind, account, native_id)
              JOIN early_change e USING (native_id, kind, channel, account)""";

    /** As {@link Waiting#and} has it. */
    private static final String KEEP = """
            INSERT INTO early_change AS known (channel, kind, account, native_id, conversation, retracted, text, at, received_at)
            SELECT k.*, $9::timestamptz
              FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::boolean[], $7::text[], $8::timestamptz[])
                AS k (channel, kind, account, native_id, conversation, retracted, text, at)
             ORDER BY native_id, kind, channel, account
                ON CONFLICT (native_id, kind, channel, account) DO UPDATE
               SET (retracted, text, at) = (
                       SELECT c.retracted, c.text, c.at
                         FROM (VALUES (0, known.retracted, known.text, known.at), (1, excluded.retracted, excluded.text, excluded.at))
                           AS c (place, retracted, text, at)
                        ORDER BY c.retracted DESC, c.at DESC, c.place DESC LIMIT 1),
                   conversation = coalesce(known.conversation, excluded.conversation)""";

    private static final String LET_GO = """
            DELETE FROM early_change e
             USING unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS k (channel, kind, account, native_id)
             WHERE (e.native_id, e.kind, e.channel, e.account) = (k.native_id, k.kind, k.channel, k.account)""";

    private record Kept(NativeMessage message, Waiting change) {}

    Uni<Map<NativeMessage, EarlyChange>> read(Transaction transaction, Set<NativeMessage> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return transaction
                .sql()
                .preparedQuery(READ)
                .execute(Tuple.from(names(messages)))
                .map(rows -> {
                    Map<NativeMessage, EarlyChange> found = new HashMap<>();
                    rows.forEach(row -> found.put(message(row), change(row)));
                    return found;
                });
    }

    Uni<Void> write(Transaction transaction, Map<NativeMessage, EarlyChange> changes) {
        List<Kept> kept = new ArrayList<>();
        List<NativeMessage> done = new ArrayList<>();
        changes.forEach((message, change) -> {
            switch (change) {
                case Waiting waiting -> kept.add(new Kept(message, waiting));
                case EarlyChange.Done() -> done.add(message);
            }
        });
        return keep(transaction, kept).chain(() -> letGo(transaction, done));
    }

    private static Uni<Void> keep(Transaction transaction, List<Kept> kept) {
        Columns<Kept> rows = Columns.of(kept);
        List<Object> columns =
                new ArrayList<>(names(kept.stream().map(Kept::message).toList()));
        columns.addAll(Arrays.asList(
                rows.texts(k -> conversation(k.change().in())),
                rows.column(k -> k.change().retracted(), Boolean[]::new),
                rows.texts(k -> k.change().text()),
                rows.times(k -> k.change().at()),
                transaction.now().atOffset(ZoneOffset.UTC)));
        return RowWriter.unless(kept.isEmpty(), transaction, KEEP, columns);
    }

    private static Uni<Void> letGo(Transaction transaction, List<NativeMessage> done) {
        return RowWriter.unless(done.isEmpty(), transaction, LET_GO, names(done));
    }

    private static List<Object> names(Collection<NativeMessage> messages) {
        Columns<NativeMessage> columns = Columns.of(messages);
        return Arrays.asList(
                columns.texts(m -> m.channel().wireName()),
                columns.texts(NativeMessage::kind),
                columns.texts(NativeMessage::account),
                columns.texts(NativeMessage::id));
    }

    private static NativeMessage message(Row row) {
        return new NativeMessage(
                Channel.of(row.getString("channel")),
                row.getString("kind"),
                row.getString("account"),
                row.getString("native_id"));
    }

    private static Waiting change(Row row) {
        return new Waiting(
                null,
                row.getBoolean("retracted"),
                row.getString("text"),
                row.getOffsetDateTime("at").toInstant());
    }

    private static @Nullable String conversation(@Nullable ConversationKey in) {
        return in == null ? null : in.conversation();
    }
}
