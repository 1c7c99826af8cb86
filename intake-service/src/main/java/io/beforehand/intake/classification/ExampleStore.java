package io.beforehand.intake.classification;

import io.beforehand.intake.classification.core.Example;
import io.beforehand.intake.classification.core.Wording;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The categories that agents set and the texts that they were about. Each method is one statement. */
@ApplicationScoped
public class ExampleStore {

    /** The text is that of the first message, as that is what a request is classified by. */
    private static final String STORE = """
            INSERT INTO category_example (request_id, category, text, corrected_at)
            SELECT r.id, k.category, left(concat_ws(E'\\n', r.subject, m.text), $4), $3::timestamptz
              FROM unnest($1::uuid[], $2::text[]) AS k (request_id, category)
              JOIN request r ON r.id = k.request_id
             CROSS JOIN LATERAL (SELECT text FROM message WHERE request_id = r.id AND direction = 'in' ORDER BY id LIMIT 1) m
             WHERE concat_ws('', r.subject, m.text) <> ''
             ORDER BY r.id
                ON CONFLICT (request_id) DO UPDATE SET category = excluded.category, corrected_at = excluded.corrected_at""";

    private static final String MARK = "SELECT count(*) AS examples, max(corrected_at) AS latest FROM category_example";

    private static final String LATEST = """
            WITH latest AS (
                SELECT category, text, corrected_at FROM category_example ORDER BY corrected_at DESC LIMIT $1)
            SELECT category, text FROM latest
             WHERE category IN (SELECT category FROM latest GROUP BY category HAVING count(*) >= $2)
             ORDER BY corrected_at""";

    /** By what is seen that there is something new to learn, or something to forget. */
    record Mark(long examples, @Nullable OffsetDateTime latest) {}

    /** @param categories by request */
    public Uni<Void> store(Transaction transaction, Map<String, String> categories) {
        if (categories.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        UUID[] requests = categories.keySet().stream().map(UUID::fromString).toArray(UUID[]::new);
        String[] names = categories.values().toArray(String[]::new);
        return transaction
                .sql()
                .preparedQuery(STORE)
                .execute(Tuple.of(requests, names, transaction.now().atOffset(ZoneOffset.UTC), Wording.LOOKED_AT))
                .replaceWithVoid();
    }

    Uni<Mark> mark(Transaction transaction) {
        return transaction.sql().preparedQuery(MARK).execute().map(rows -> {
            Row row = rows.iterator().next();
            return new Mark(row.getLong("examples"), row.getOffsetDateTime("latest"));
        });
    }

    /** The latest ones, of categories that were set often enough. */
    Uni<List<Example>> latest(Transaction transaction, int atMost, int leastOfCategory) {
        return transaction
                .sql()
                .preparedQuery(LATEST)
                .execute(Tuple.of(atMost, leastOfCategory))
                .map(rows -> {
                    List<Example> examples = new ArrayList<>();
                    rows.forEach(row -> examples.add(new Example(row.getString("category"), row.getString("text"))));
                    return examples;
                });
    }
}
