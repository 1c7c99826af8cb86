package io.beforehand.notification.optout;

import io.beforehand.events.Channel;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.notification.optout.OptOutChange.Forgotten;
import io.beforehand.notification.optout.OptOutChange.OptedOut;
import io.beforehand.notification.optout.OptOutChange.WroteAgain;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Keeps who opted out, and for a while what each customer said of it last. */
@ApplicationScoped
public class OptOuts {

    /**
     * A message is a word on being written to only where there was another: one row for each message that anybody writes would
     * cost as much as all the rest. So an opt-out that comes after a message that lifted nothing counts, even if it is older.
     */
    private static final String REMEMBER = """
            INSERT INTO opt_out_word AS known (channel, account, address, is_out, at)
            SELECT channel, account, address, w.is_out, w.at
              FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::boolean[], $6::boolean[])
                   AS w (channel, account, address, at, is_out, is_message)
              LEFT JOIN opt_out o USING (channel, account, address)
              LEFT JOIN opt_out_word k USING (channel, account, address)
             WHERE NOT w.is_message OR o.at <= w.at OR k.at <= w.at
             ORDER BY channel, account, address
            ON CONFLICT (channel, account, address) DO UPDATE SET is_out = excluded.is_out, at = excluded.at
             WHERE known.at <= excluded.at
            RETURNING channel, account, address""";

    private static final String FOLLOW = """
            WITH lifted AS (
                DELETE FROM opt_out o
                 USING unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[]) AS w (channel, account, address, at)
                 WHERE o.channel = w.channel AND o.account = w.account AND o.address = w.address AND o.at <= w.at)
            INSERT INTO opt_out AS o (channel, account, address, at)
            SELECT * FROM unnest($5::text[], $6::text[], $7::text[], $8::timestamptz[])
            ON CONFLICT (channel, account, address) DO UPDATE SET at = greatest(o.at, excluded.at)""";

    private static final String FORGET = """
            WITH forgotten AS (
                SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[])
                    AS f (channel, account, address, at)),
            words AS (
                DELETE FROM opt_out_word k USING forgotten f
                 WHERE k.channel = f.channel AND k.account = f.account AND k.address = f.address AND k.at <= f.at)
            DELETE FROM opt_out o USING forgotten f
             WHERE o.channel = f.channel AND o.account = f.account AND o.address = f.address AND o.at <= f.at""";

    private static final Comparator<OptOutChange> BY_KEY = Comparator.comparing(
                    (OptOutChange change) -> change.customer().channel().wireName())
            .thenComparing(change -> change.customer().account())
            .thenComparing(change -> change.customer().address());

    /**
     * Stores what customers let us know, whichever request they said it in; the order of rows is that of their keys. What is
     * older than what was said last changes nothing. One statement, another if a word counts, another if an opt-out names what it
     * answers, another if somebody is forgotten; none for an empty list.
     */
    public Uni<Void> hear(Transaction transaction, List<OptOutChange> changes) {
        return SentFrom.find(transaction, changes).flatMap(located -> store(transaction, located));
    }

    private static Uni<Void> store(Transaction transaction, List<OptOutChange> changes) {
        List<OptOutChange> last =
                OptOutChange.lastOf(changes).stream().sorted(BY_KEY).toList();
        return remember(transaction, only(last, change -> !(change instanceof Forgotten)))
                .flatMap(counting -> follow(transaction, counting))
                .chain(() -> forget(transaction, only(last, Forgotten.class::isInstance)));
    }

    /** Those that are the last that is known of their customer, and are about being written to. */
    private static Uni<List<OptOutChange>> remember(Transaction transaction, List<OptOutChange> words) {
        if (words.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<Object> columns = new ArrayList<>(columns(words));
        columns.add(flags(words, OptedOut.class::isInstance));
        columns.add(flags(words, WroteAgain.class::isInstance));
        return transaction
                .sql()
                .preparedQuery(REMEMBER)
                .execute(Tuple.from(columns))
                .map(rows -> {
                    Set<CustomerAddress> counting = new HashSet<>();
                    for (Row row : rows) {
                        counting.add(customer(row));
                    }
                    return only(words, word -> counting.contains(word.customer()));
                });
    }

    private static Uni<Void> follow(Transaction transaction, List<OptOutChange> words) {
        List<Object> columns = new ArrayList<>();
        columns.addAll(columns(only(words, word -> !(word instanceof OptedOut))));
        columns.addAll(columns(only(words, OptedOut.class::isInstance)));
        return words.isEmpty() ? Uni.createFrom().voidItem() : execute(transaction, FOLLOW, columns);
    }

    private static Uni<Void> forget(Transaction transaction, List<OptOutChange> forgotten) {
        return forgotten.isEmpty() ? Uni.createFrom().voidItem() : execute(transaction, FORGET, columns(forgotten));
    }

    private static Uni<Void> execute(Transaction transaction, String statement, List<Object> columns) {
        return transaction
                .sql()
                .preparedQuery(statement)
                .execute(Tuple.from(columns))
                .replaceWithVoid();
    }

    private static List<OptOutChange> only(List<OptOutChange> changes, Predicate<OptOutChange> which) {
        return changes.stream().filter(which).toList();
    }

    private static CustomerAddress customer(Row row) {
        return new CustomerAddress(
                Channel.of(row.getString("channel")), row.getString("account"), row.getString("address"));
    }

    private static List<Object> columns(List<OptOutChange> changes) {
        return List.of(
                texts(changes, customer -> customer.channel().wireName()),
                texts(changes, CustomerAddress::account),
                texts(changes, CustomerAddress::address),
                changes.stream()
                        .map(change -> change.at().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
    }

    private static String[] texts(List<OptOutChange> changes, Function<CustomerAddress, String> column) {
        return changes.stream().map(change -> column.apply(change.customer())).toArray(String[]::new);
    }

    private static Boolean[] flags(List<OptOutChange> changes, Predicate<OptOutChange> flag) {
        return changes.stream().map(flag::test).toArray(Boolean[]::new);
    }
}
