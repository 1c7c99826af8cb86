package io.beforehand.intake.customer;

import io.beforehand.events.Channel;
import io.beforehand.intake.request.core.CustomerKey;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds and locks persons. Each lock is one statement. */
@ApplicationScoped
class PersonStore {

    private static final String FIND = "SELECT DISTINCT person_id FROM customer WHERE native_id = $1 OR id = $2";

    private static final String READ = """
            SELECT c.id, c.forgotten_at IS NOT NULL AS forgotten, r.id AS request_id
              FROM customer c LEFT JOIN request r ON r.customer_id = c.id
             WHERE c.person_id = $1 ORDER BY c.id, r.id""";

    private static final String READ_LEAD = """
            SELECT channel, account, kind, native_id FROM customer WHERE id = $1 AND forgotten_at IS NULL""";

    /** With whatever request each conversation goes on now. */
    private static final String LOCK_CONVERSATIONS = """
            SELECT 1 FROM conversation c
              JOIN request r ON (r.channel, r.account, r.conversation) = (c.channel, c.account, c.conversation)
             WHERE r.id = ANY ($1) ORDER BY c.channel, c.account, c.conversation FOR UPDATE OF c""";

    private static final String LOCK_REQUESTS = "SELECT 1 FROM request WHERE id = ANY ($1) ORDER BY id FOR UPDATE";

    /** Stronger than the lock of those who open requests for him. */
    private static final String LOCK_CUSTOMERS = """
            SELECT 1 FROM customer WHERE person_id = $1 ORDER BY channel, account, native_id, kind FOR UPDATE""";

    private final Pool pool;

    PersonStore(Pool pool) {
        this.pool = pool;
    }

    /** The persons whom a channel names so, or of whom we have an identity of that id. */
    Uni<List<UUID>> find(String nativeId, UUID id) {
        return pool.preparedQuery(FIND).execute(Tuple.of(nativeId, id)).map(rows -> {
            List<UUID> persons = new ArrayList<>();
            rows.forEach(row -> persons.add(row.getUUID("person_id")));
            return persons;
        });
    }

    /** How a channel knows the identity that leads; empty if nobody is to know any more. */
    Uni<Optional<CustomerKey>> lead(UUID personId) {
        return pool.preparedQuery(READ_LEAD).execute(Tuple.of(personId)).map(rows -> {
            for (Row row : rows) {
                return Optional.of(new CustomerKey(
                        Channel.of(row.getString("channel")),
                        row.getString("account"),
                        row.getString("kind"),
                        row.getString("native_id")));
            }
            return Optional.empty();
        });
    }

    /**
     * Keeps everybody else from him until the end of the transaction.
     *
     * @return fails with {@link ChangedMeanwhileException} if he turns out to have more than at the first look
     */
    Uni<Person> lock(Transaction transaction, UUID personId) {
        return read(transaction, personId).call(seen -> {
            Tuple requests = Tuple.of((Object) seen.requests().toArray(UUID[]::new));
            return run(transaction, LOCK_CONVERSATIONS, requests)
                    .chain(() -> run(transaction, LOCK_REQUESTS, requests))
                    .chain(() -> run(transaction, LOCK_CUSTOMERS, Tuple.of(personId)))
                    .chain(() -> read(transaction, personId))
                    .invoke(locked -> {
                        if (!locked.equals(seen)) {
                            throw new ChangedMeanwhileException();
                        }
                    });
        });
    }

    private static Uni<Person> read(Transaction transaction, UUID personId) {
        return run(transaction, READ, Tuple.of(personId)).map(rows -> {
            List<UUID> identities = new ArrayList<>();
            List<UUID> requests = new ArrayList<>();
            boolean forgotten = false;
            for (Row row : rows) {
                UUID id = row.getUUID("id");
                UUID request = row.getUUID("request_id");
                forgotten |= row.getBoolean("forgotten");
                if (!identities.contains(id)) {
                    identities.add(id);
                }
                if (request != null) {
                    requests.add(request);
                }
            }
            return new Person(personId, identities, requests.stream().sorted().toList(), forgotten);
        });
    }

    private static Uni<RowSet<Row>> run(Transaction transaction, String sql, Tuple parameters) {
        return transaction.sql().preparedQuery(sql).execute(parameters);
    }
}
