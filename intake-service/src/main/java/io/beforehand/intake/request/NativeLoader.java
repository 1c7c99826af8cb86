package io.beforehand.intake.request;

import io.beforehand.events.Channel;
import io.beforehand.intake.request.core.Located;
import io.beforehand.intake.request.core.NativeMessage;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Finds customers' messages by the channels' names of them. One statement if any are to be changed, none otherwise. */
@ApplicationScoped
class NativeLoader {

    /** Of several of one name the latest counts, as it comes last. What is said in a request that was merged is kept in the other. */
    private static final String FIND = """
            SELECT k.channel, k.kind, k.account, k.id AS native_id, m.request_id, m.id, m.retracted_at IS NOT NULL AS retracted
              FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS k (channel, kind, account, id)
              JOIN message m ON m.native_id = k.id AND m.kind = k.kind AND m.direction = 'in'
              JOIN request r ON (r.id = m.request_id OR r.merged_into = m.request_id)
                            AND r.channel = k.channel AND r.account = k.account
             ORDER BY m.id""";

    Uni<Map<NativeMessage, Located>> find(Transaction transaction, Set<NativeMessage> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Columns<NativeMessage> columns = Columns.of(messages);
        Tuple parameters = Tuple.of(
                columns.texts(m -> m.channel().wireName()),
                columns.texts(NativeMessage::kind),
                columns.texts(NativeMessage::account),
                columns.texts(NativeMessage::id));
        return transaction.sql().preparedQuery(FIND).execute(parameters).map(rows -> {
            Map<NativeMessage, Located> found = new HashMap<>();
            for (Row row : rows) {
                NativeMessage name = new NativeMessage(
                        Channel.of(row.getString("channel")),
                        row.getString("kind"),
                        row.getString("account"),
                        row.getString("native_id"));
                found.put(
                        name,
                        new Located(
                                row.getUUID("request_id").toString(),
                                row.getUUID("id").toString(),
                                row.getBoolean("retracted")));
            }
            return found;
        });
    }
}
