package io.beforehand.intake.request;

import io.beforehand.intake.request.core.Changes;
import io.beforehand.intake.request.core.CustomerKey;
import io.beforehand.intake.request.core.Merge;
import io.beforehand.intake.request.core.RequestMerge;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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

    private static final String REQUESTS = """
            UPDATE request
               SET merged_into = $2, merged_by = CASE WHEN id = $1 THEN $3 ELSE merged_by END
             WHERE id = $1 OR merged_into = $1""";

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
            done = done.chain(() -> RowWriter.write(transaction, REQUESTS, Arrays.asList(from, into, merge.by())))
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
