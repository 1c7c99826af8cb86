package io.beforehand.intake.request;

import io.beforehand.events.Mood;
import io.beforehand.intake.classification.ExampleStore;
import io.beforehand.intake.request.core.Relabelling;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stores why requests that became others are what they are, and the categories that somebody set as examples to learn from: one
 * statement each, and none for most batches.
 */
@ApplicationScoped
class RelabellingWriter {

    private static final String REASONS = """
            UPDATE request r
               SET priority_reason = coalesce(k.priority_reason, r.priority_reason),
                   category_reason = coalesce(k.category_reason, r.category_reason), mood = coalesce(k.mood, r.mood)
              FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) AS k (id, priority_reason, category_reason, mood)
             WHERE r.id = k.id""";

    private final ExampleStore examples;

    RelabellingWriter(ExampleStore examples) {
        this.examples = examples;
    }

    Uni<Void> write(Transaction transaction, Map<String, Relabelling> relabellings) {
        if (relabellings.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Columns<Map.Entry<String, Relabelling>> rows = Columns.of(relabellings.entrySet());
        Uni<Void> reasons = transaction
                .sql()
                .preparedQuery(REASONS)
                .execute(Tuple.from(Arrays.<Object>asList(
                        rows.ids(Map.Entry::getKey),
                        rows.texts(e -> e.getValue().priorityReason()),
                        rows.texts(e -> e.getValue().categoryReason()),
                        rows.texts(e -> name(e.getValue().mood())))))
                .replaceWithVoid();
        Map<String, String> taught = new HashMap<>();
        relabellings.forEach((requestId, relabelling) -> {
            if (relabelling.taughtCategory() != null) {
                taught.put(requestId, relabelling.taughtCategory());
            }
        });
        return reasons.chain(() -> examples.store(transaction, taught));
    }

    private static @Nullable String name(@Nullable Mood mood) {
        return mood == null ? null : mood.wireName();
    }
}
