package io.beforehand.messaging.trials;

import io.beforehand.events.Owner;
import io.beforehand.events.RequestEvent.CustomerMessaged;
import io.beforehand.events.RoutingEvent;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.StreamProgress;
import io.beforehand.messaging.EventListener;
import io.beforehand.messaging.IncomingEvent;
import io.beforehand.messaging.listener.NewEvents;
import io.beforehand.messaging.listener.RequestEvents;
import io.beforehand.messaging.listener.RequestRows;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Enters each event once and publishes one event for it, numbered under the account's row lock. */
@ApplicationScoped
class Ledger implements EventListener {

    private static final String LOCK =
            "SELECT request_id, last_seq, heard FROM account WHERE request_id = ANY ($1) ORDER BY request_id FOR UPDATE";

    private static final String ENTER =
            "INSERT INTO entry (request_id, seq, text) SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[])";

    private static final String SAVE = """
            INSERT INTO account (request_id, last_seq, heard) SELECT * FROM unnest($1::text[], $2::bigint[], $3::bigint[])
            ON CONFLICT (request_id) DO UPDATE SET last_seq = excluded.last_seq, heard = excluded.heard""";

    private static final String TOO_LARGE = "too large to be told";

    private final RequestEvents requestEvents;

    Ledger(RequestEvents requestEvents) {
        this.requestEvents = requestEvents;
    }

    private record Account(long lastSeq, long heard) {}

    private static final class Accounts implements RequestRows<Account> {
        @Override
        public Uni<Map<String, Account>> lock(Transaction transaction, List<String> requestIds) {
            return transaction
                    .sql()
                    .preparedQuery(LOCK)
                    .execute(Tuple.of((Object) requestIds.toArray(String[]::new)))
                    .map(rows -> {
                        Map<String, Account> accounts = new HashMap<>();
                        for (Row row : rows) {
                            accounts.put(
                                    row.getString("request_id"),
                                    new Account(row.getLong("last_seq"), row.getLong("heard")));
                        }
                        return accounts;
                    });
        }

        @Override
        public StreamProgress progress(Account account) {
            return new StreamProgress(Map.of(Owner.REQUESTS, account.heard()));
        }
    }

    @Override
    public Uni<Void> on(List<IncomingEvent> events, Transaction transaction) {
        return requestEvents.sort(transaction, events, new Accounts()).flatMap(all -> enter(all, transaction));
    }

    /** Makes the event larger than brokers take when the text asks for it. */
    private static @Nullable String teamFor(@Nullable String text) {
        return TOO_LARGE.equals(text) ? "x".repeat(2_000_000) : null;
    }

    private Uni<Void> enter(List<NewEvents<Account>> all, Transaction transaction) {
        List<String> accounts = new ArrayList<>();
        List<Long> lastSeqs = new ArrayList<>();
        List<Long> heards = new ArrayList<>();
        List<String> requestIds = new ArrayList<>();
        List<Long> seqs = new ArrayList<>();
        List<@Nullable String> texts = new ArrayList<>();
        for (NewEvents<Account> entry : all) {
            Account account = entry.state().orElse(new Account(0, 0));
            for (StreamEvent event : entry.events()) {
                account = new Account(account.lastSeq() + 1, Math.max(account.heard(), event.sequence()));
                requestIds.add(entry.requestId());
                seqs.add(event.sequence());
                @Nullable String text = event.event() instanceof CustomerMessaged message ? message.text() : null;
                texts.add(text);
                transaction.publish(new StreamEvent(
                        entry.requestId(),
                        account.lastSeq(),
                        event.time(),
                        event.trace(),
                        new RoutingEvent.QueueMoved(teamFor(text), (int) event.sequence(), null)));
            }
            accounts.add(entry.requestId());
            lastSeqs.add(account.lastSeq());
            heards.add(account.heard());
        }
        if (accounts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .sql()
                .preparedQuery(ENTER)
                .execute(Tuple.of(
                        requestIds.toArray(String[]::new), seqs.toArray(Long[]::new), texts.toArray(String[]::new)))
                .chain(() -> transaction
                        .sql()
                        .preparedQuery(SAVE)
                        .execute(Tuple.of(
                                accounts.toArray(String[]::new),
                                lastSeqs.toArray(Long[]::new),
                                heards.toArray(Long[]::new))))
                .replaceWithVoid();
    }
}
