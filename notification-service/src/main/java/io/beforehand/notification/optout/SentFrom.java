package io.beforehand.notification.optout;

import io.beforehand.events.Channel;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.notification.optout.OptOutChange.OptedOut;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** From which account what customers answer with an opt-out was sent. */
final class SentFrom {

    private static final String FIND =
            "SELECT id, channel, account FROM delivery WHERE id = ANY ($1) AND account IS NOT NULL";

    private SentFrom() {}

    private record Outlet(Channel channel, String account) {}

    /**
     * The changes with each opt-out at the account that what it answers was sent from; at its own if that is not known, or not any
     * more. One statement, none if no opt-out names what it answers.
     */
    static Uni<List<OptOutChange>> find(Transaction transaction, List<OptOutChange> changes) {
        String[] ids = changes.stream().flatMap(SentFrom::answered).distinct().toArray(String[]::new);
        if (ids.length == 0) {
            return Uni.createFrom().item(changes);
        }
        return transaction
                .sql()
                .preparedQuery(FIND)
                .execute(Tuple.of((Object) ids))
                .map(rows -> {
                    Map<String, Outlet> outlets = new HashMap<>();
                    for (Row row : rows) {
                        Channel channel = Channel.of(row.getString("channel"));
                        outlets.put(row.getString("id"), new Outlet(channel, row.getString("account")));
                    }
                    return changes.stream().map(change -> at(change, outlets)).toList();
                });
    }

    private static Stream<String> answered(OptOutChange change) {
        return change instanceof OptedOut out ? Stream.ofNullable(out.deliveryId()) : Stream.empty();
    }

    private static OptOutChange at(OptOutChange change, Map<String, Outlet> outlets) {
        return answered(change)
                .map(outlets::get)
                .filter(Objects::nonNull)
                .filter(outlet -> outlet.channel() == change.customer().channel())
                .findFirst()
                .<OptOutChange>map(outlet -> new OptedOut(change.customer().at(outlet.account()), change.at(), null))
                .orElse(change);
    }
}
