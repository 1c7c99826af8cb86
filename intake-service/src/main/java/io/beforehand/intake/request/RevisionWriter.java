package io.beforehand.intake.request;

import io.beforehand.intake.request.core.Revision;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stores what customers changed or took back of their messages: one statement if there is any,
 * another for what was taken back, of which nothing stays. */
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
             WHERE m.request_id = k.request_id AND m.id = k.id AND m.retracted_at IS NULL AND m.native_id IS NOT NULL
               AND (k.retracted OR m.amended_at IS NULL OR m.amended_at <= k.at)""";

    /** What a request is about was said in its first message, and so was what the classifier learns from. */
    private static final String CLEAR_SUBJECTS = """
            WITH learned AS (
                DELETE FROM category_example e USING unnest($1::uuid[], $2::uuid[]) AS k (request_id, id)
                 WHERE e.request_id = k.request_id
                   AND NOT EXISTS (SELECT FROM message o WHERE o.request_id = e.request_id AND o.id < k.id))
            UPDATE request r SET subject = NULL
              FROM unnest($1::uuid[], $2::uuid[]) AS k (request_id, id)
             WHERE r.id = k.request_id AND r.subject IS NOT NULL
               AND NOT EXISTS (SELECT FROM message o WHERE o.request_id = r.id AND o.id < k.id)""";

    Uni<Void> write(Transaction transaction, List<Revision> revisions) {
        if (revisions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<String, Revision> last = new LinkedHashMap<>();
        for (Revision revision : revisions) {
            last.merge(revision.messageId(), revision, RevisionWriter::later);
        }
        List<Revision> retracted = last.values().stream()
                .filter(Revision.Retracted.class::isInstance)
                .toList();
        return revise(transaction, Columns.of(last.values()))
                .chain(() -> clearSubjects(transaction, Columns.of(retracted)));
    }

    /** What is taken back stays so; of two changes the one that was made later counts, whichever came last. */
    private static Revision later(Revision before, Revision after) {
        if (before instanceof Revision.Retracted || after instanceof Revision.Retracted) {
            return before instanceof Revision.Retracted ? before : after;
        }
        return after.at().isBefore(before.at()) ? before : after;
    }

    private static Uni<Void> revise(Transaction transaction, Columns<Revision> rows) {
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

    private static Uni<Void> clearSubjects(Transaction transaction, Columns<Revision> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .sql()
                        .preparedQuery(CLEAR_SUBJECTS)
                        .execute(Tuple.of(rows.ids(Revision::requestId), rows.ids(Revision::messageId)))
                        .replaceWithVoid();
    }
}
