package io.beforehand.notification.optout;

import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.notification.optout.OptOutChange.OptedOut;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Keeps who opted out. */
@ApplicationScoped
public class OptOuts {

    private static final String STORE = """
            WITH gone AS (
                DELETE FROM opt_out o
                 USING unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[]) AS w (channel, account, address, at)
                 WHERE o.channel = w.channel AND o.account = w.account AND o.address = w.address AND o.at <= w.at)
            INSERT INTO opt_out AS o (channel, account, address, at)
            SELECT * FROM unnest($5::text[], $6::text[], $7::text[], $8::timestamptz[])
            ON CONFLICT (channel, account, address) DO UPDATE SET at = greatest(o.at, excluded.at)""";

    private static final Comparator<OptOutChange> BY_KEY = Comparator.comparing(
                    (OptOutChange change) -> change.customer().channel().wireName())
            .thenComparing(change -> change.customer().account())
            .thenComparing(change -> change.customer().address());

    /**
     * Stores what customers let us know, whichever request they said it in; the order of rows is that of their keys. What is
     * older than what is stored changes nothing. One statement, none for an empty list.
     */
    public Uni<Void> hear(Transaction transaction, List<OptOutChange> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<OptOutChange> last =
                OptOutChange.lastOf(changes).stream().sorted(BY_KEY).toList();
        List<Object> columns = new ArrayList<>();
        columns.addAll(columns(last, change -> !(change instanceof OptedOut)));
        columns.addAll(columns(last, OptedOut.class::isInstance));
        return transaction
                .sql()
                .preparedQuery(STORE)
                .execute(Tuple.from(columns))
                .replaceWithVoid();
    }

    private static List<Object> columns(List<OptOutChange> changes, Predicate<OptOutChange> which) {
        List<OptOutChange> ofKind = changes.stream().filter(which).toList();
        return List.of(
                texts(ofKind, customer -> customer.channel().wireName()),
                texts(ofKind, CustomerAddress::account),
                texts(ofKind, CustomerAddress::address),
                ofKind.stream()
                        .map(change -> change.at().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
    }

    private static String[] texts(List<OptOutChange> changes, Function<CustomerAddress, String> column) {
        return changes.stream().map(change -> column.apply(change.customer())).toArray(String[]::new);
    }
}
