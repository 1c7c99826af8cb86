package io.beforehand.intake;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Looks for a word in everything that is stored. What waits to be sent to Kafka is there no longer than a moment. */
@ApplicationScoped
public class Traces {

    private final Pool pool;

    Traces(Pool pool) {
        this.pool = pool;
    }

    /** The tables that hold the word, as text or as bytes. */
    public List<String> of(String word) {
        String bytes = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
        List<String> holding = new ArrayList<>();
        for (Row table : pool.query("""
                        SELECT table_name::text AS name FROM information_schema.tables
                         WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND table_name <> 'outbox'
                         ORDER BY 1""").executeAndAwait()) {
            String name = table.getString("name");
            long rows = pool.query(
                            "SELECT count(*) FROM \"%s\" AS t WHERE position('%s' IN t::text) > 0 OR position('%s' IN t::text) > 0"
                                    .formatted(name, word, bytes))
                    .executeAndAwait()
                    .iterator()
                    .next()
                    .getLong(0);
            if (rows > 0) {
                holding.add(name);
            }
        }
        return holding;
    }
}
