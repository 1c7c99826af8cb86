package io.beforehand.intake.request;

import io.beforehand.intake.request.core.Revision;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stores what customers changed or took back of their messages: one statement if there is any. Of what was taken back nothing stays. */
@ApplicationScoped
class RevisionWriter {

    private static final String REVISE = """
            UPDATE message m
               SET text = k.text,
                   attachments = CASE WHEN k.retracted THEN NULL ELSE m.attachments END,
                   amended_at = CASE WHEN k.retracted THEN m.amended_at ELSE k.at END,
                   retracted_at = CASE WHEN k.retracted THEN k.at ELSE m.retracted_at END
              FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::boolean[], $5::timestamptz[])
                AS k (request_id, id, text, retracted, at)
             WHERE m.request_id = k.request_id AND m.id = k.id AND m.retracted_at IS NULL""";

    Uni<Void> write(Transaction transaction, List<Revision> revisions) {
        if (revisions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<String, Revision> last = new LinkedHashMap<>();
        for (Revision revision : revisions) {
            last.merge(
                    revision.messageId(),
                    revision,
                    (before, after) -> before instanceof Revision.Retracted ? before : after);
        }
        Columns<Revision> rows = Columns.of(last.values());
        return transaction
                .sql()
                .preparedQuery(REVISE)
                .execute(Tuple.of(
                        rows.ids(Revision::requestId),
                        rows.ids(Revision::messageId),
                        rows.texts(r -> r instanceof Revision.Amended amended ? amended.text() : null),
                        rows.column(r -> r instanceof Revision.Retracted, Boolean[]::new),
                        rows.times(Revision::at)))
                .replaceWithVoid();
    }
}
