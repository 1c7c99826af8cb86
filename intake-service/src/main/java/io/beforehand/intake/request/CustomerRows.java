package io.beforehand.intake.request;

import com.github.f4b6a3.uuid.UuidCreator;
import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.intake.request.core.CustomerKey;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The customers of a batch: one statement to read them, at most two to store them.
 *
 * <p>Retention deletes customers of whom nothing is left. It passes over rows that are locked here, and finds a later {@code
 * last_seen} on those that were locked a moment ago; whom it deleted first is a new customer here. So a request never refers
 * to a customer who is gone.
 */
@ApplicationScoped
class CustomerRows {

    static final String LEAD = "lead_";

    /** Whoever leads is locked by the one who points to him. */
    private static final String LOCK = """
            SELECT c.channel, c.account, c.kind, c.native_id, c.name, c.tier, c.locale, c.address, c.time_zone, c.last_seen,
                   c.merged_into, l.channel AS lead_channel, l.account AS lead_account, l.kind AS lead_kind, l.native_id AS lead_native_id,
                   l.name AS lead_name, l.tier AS lead_tier, l.locale AS lead_locale, l.address AS lead_address,
                   l.time_zone AS lead_time_zone
              FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS k (channel, account, kind, native_id)
              JOIN customer c ON (c.channel, c.account, c.native_id, c.kind) = (k.channel, k.account, k.native_id, k.kind)
              LEFT JOIN customer l ON l.id = c.merged_into
             ORDER BY c.channel, c.account, c.native_id, c.kind
               FOR KEY SHARE OF c""";

    /** Another batch may have made the customer meanwhile; then its id counts. */
    private static final String STORE = """
            INSERT INTO customer AS known (
                   id, channel, account, kind, native_id, name, tier, locale, address, time_zone, first_seen, last_seen)
            SELECT k.*, $11::timestamptz, $12::date
              FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
                          $10::text[])
                AS k (id, channel, account, kind, native_id, name, tier, locale, address, time_zone)
             ORDER BY channel, account, native_id, kind
                ON CONFLICT (channel, account, native_id, kind) DO UPDATE
               SET name = coalesce(excluded.name, known.name), tier = coalesce(excluded.tier, known.tier),
                   locale = coalesce(excluded.locale, known.locale), address = coalesce(excluded.address, known.address),
                   time_zone = coalesce(excluded.time_zone, known.time_zone),
                   last_seen = greatest(excluded.last_seen, known.last_seen)""";

    private static final String SEE = """
            UPDATE customer SET last_seen = $5 WHERE id IN (
                SELECT c.id FROM customer c
                  JOIN unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS k (channel, account, kind, native_id)
                 USING (channel, account, native_id, kind)
                 WHERE c.last_seen < $5 ORDER BY channel, account, native_id, kind FOR NO KEY UPDATE OF c)""";

    /**
     * What is stored of customers.
     *
     * @param customers those who were asked for, and those who lead them
     * @param leads of those who were merged, who leads them
     * @param notSeenToday those of them whose {@code last_seen} is to be moved
     */
    record Found(
            Map<CustomerKey, Customer> customers, Map<CustomerKey, CustomerKey> leads, Set<CustomerKey> notSeenToday) {

        static final Found NOBODY = new Found(Map.of(), Map.of(), Set.of());

        private void take(Row row) {
            CustomerKey key = key(row, "");
            customers.put(key, customer(row, ""));
            if (row.getUUID("merged_into") != null) {
                if (row.getString("lead_native_id") == null) {
                    // Merged while the row was waited for.
                    throw new OvertakenException();
                }
                CustomerKey lead = key(row, LEAD);
                leads.put(key, lead);
                customers.putIfAbsent(lead, customer(row, LEAD));
            }
        }
    }

    /** Reads customers and keeps them from being deleted until the end of the transaction. */
    Uni<Found> lock(Transaction transaction, Set<CustomerKey> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(Found.NOBODY);
        }
        LocalDate today = day(transaction.now());
        return transaction
                .sql()
                .preparedQuery(LOCK)
                .execute(Tuple.from(Columns.ofCustomers(keys)))
                .map(rows -> {
                    Found found = new Found(new HashMap<>(), new HashMap<>(), new HashSet<>());
                    for (Row row : rows) {
                        found.take(row);
                        if (row.getLocalDate("last_seen").isBefore(today)) {
                            found.notSeenToday().add(key(row, ""));
                        }
                    }
                    return found;
                });
    }

    /** Stores new and changed customers, and that the others were seen. */
    Uni<Void> store(Transaction transaction, Map<CustomerKey, Customer> changed, Set<CustomerKey> notSeenToday) {
        Set<CustomerKey> onlySeen = new HashSet<>(notSeenToday);
        onlySeen.removeAll(changed.keySet());
        return store(transaction, changed).chain(() -> see(transaction, onlySeen));
    }

    private static Uni<Void> store(Transaction transaction, Map<CustomerKey, Customer> changed) {
        if (changed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Columns<Customer> values = Columns.of(changed.values());
        List<Object> parameters = new ArrayList<>();
        parameters.add(values.column(_ -> UuidCreator.getTimeOrderedEpoch(), UUID[]::new));
        parameters.addAll(Columns.ofCustomers(changed.keySet()));
        parameters.addAll(Arrays.asList(
                values.texts(Customer::name),
                values.texts(Customer::tier),
                values.texts(Customer::locale),
                values.texts(Customer::address),
                values.texts(Customer::timeZone),
                OffsetDateTime.ofInstant(transaction.now(), ZoneOffset.UTC),
                day(transaction.now())));
        return RowWriter.write(transaction, STORE, parameters);
    }

    private static Uni<Void> see(Transaction transaction, Set<CustomerKey> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Object> parameters = new ArrayList<>(Columns.ofCustomers(keys));
        parameters.add(day(transaction.now()));
        return RowWriter.write(transaction, SEE, parameters);
    }

    /** @param whose prefix of the columns: nothing, or {@link #LEAD} */
    static CustomerKey key(Row row, String whose) {
        return new CustomerKey(
                Channel.of(row.getString(whose + "channel")),
                row.getString(whose + "account"),
                row.getString(whose + "kind"),
                row.getString(whose + "native_id"));
    }

    private static Customer customer(Row row, String whose) {
        return new Customer(
                row.getString(whose + "native_id"),
                row.getString(whose + "name"),
                row.getString(whose + "tier"),
                row.getString(whose + "locale"),
                row.getString(whose + "address"),
                row.getString(whose + "time_zone"));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
