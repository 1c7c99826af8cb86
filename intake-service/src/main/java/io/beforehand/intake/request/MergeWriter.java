package io.beforehand.intake.request;

import io.beforehand.intake.request.core.Changes;
import io.beforehand.intake.request.core.CustomerKey;
import io.beforehand.intake.request.core.Merge;
import io.beforehand.intake.request.core.RequestMerge;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Stores merges, in their order: one statement for each of customers, two for each of requests. Whatever was merged into the one
 * before goes on with the other, so that one step always leads to the end.
 */
@ApplicationScoped
class MergeWriter {

    private static final String CUSTOMERS = """
            UPDATE customer c SET merged_into = i.id
              FROM customer f, customer i
             WHERE (f.channel, f.account, f.kind, f.native_id) = ($1, $2, $3, $4)
               AND (i.channel, i.account, i.kind, i.native_id) = ($5, $6, $7, $8)
               AND c.person_id = f.id""";

    /** What settled the one while others went on in it settled those as well. */
    private static final String REQUESTS = """
            UPDATE request r
               SET merged_into = $2, merged_by = CASE WHEN r.id = f.id THEN $3 ELSE r.merged_by END, merged_after = $4,
                   settled_at = CASE WHEN r.id <> f.id AND f.settled_at > coalesce(r.merged_after, r.changed_at)
                                     THEN greatest(r.settled_at, r.opened_at, f.settled_at) ELSE r.settled_at END
              FROM request f
             WHERE f.id = $1 AND (r.id = f.id OR r.merged_into = f.id)""";

    private static final String PARTICIPANTS = """
            INSERT INTO participant (request_id, address)
            SELECT $2, address FROM participant WHERE request_id = $1
                ON CONFLICT DO NOTHING""";

    Uni<Void> write(Transaction transaction, Changes changes) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Merge merge : changes.merges()) {
            done = done.chain(() -> RowWriter.write(transaction, CUSTOMERS, columns(merge)));
        }
        for (RequestMerge merge : changes.requestMerges()) {
            UUID from = UUID.fromString(merge.from());
            UUID into = UUID.fromString(merge.into());
            OffsetDateTime after = merge.settledAt().atOffset(ZoneOffset.UTC);
            done = done.chain(
                            () -> RowWriter.write(transaction, REQUESTS, Arrays.asList(from, into, merge.by(), after)))
                    .chain(() -> RowWriter.write(transaction, PARTICIPANTS, List.of(from, into)));
        }
        return done;
    }

    private static List<Object> columns(Merge merge) {
        CustomerKey from = merge.from();
        CustomerKey into = merge.into();
        return List.of(
                from.channel().wireName(),
                from.account(),
                from.kind(),
                from.id(),
                into.channel().wireName(),
                into.account(),
                into.kind(),
                into.id());
    }
}
